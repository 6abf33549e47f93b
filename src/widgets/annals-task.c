/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-task.h"

/* A thread may be the last to let go of a GTask, and of all that the task holds: when its result
 * has been taken already before the function that ran in the thread comes back. A widget that goes
 * then goes in that thread, while the main thread works with the same tables of GTK. So the task
 * holds no object of the main thread; what is called when it is done does, and that is let go of
 * there. */

typedef struct
{
  GObject *owner;
  GAsyncReadyCallback callback;
} Call;

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Call *call = user_data;
  g_autoptr (GObject) owner = call->owner;

  call->callback (owner, result, NULL);
}

/**
 * annals_task_new:
 * @owner: (type GObject): whose work it is
 * @cancellable: (nullable): has it stop
 * @callback: called in the thread that this is called in when the work is done, with @owner and
 *   without other data
 *
 * Makes a task whose work is done in a thread, with g_task_run_in_thread(). In place of
 * g_task_new(): @owner lasts until @callback has been called, and is not let go of in that thread.
 * It is not the task's source object; what the work needs is in the data of the task, which may be
 * freed in either thread.
 *
 * Returns: (transfer full): the task
 */
GTask *
annals_task_new (gpointer owner, GCancellable *cancellable, GAsyncReadyCallback callback)
{
  Call *call = g_new (Call, 1);

  *call = (Call){ g_object_ref (owner), callback };
  return g_task_new (NULL, cancellable, done_cb, call);
}
