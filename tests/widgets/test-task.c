/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "annals-task.h"

/* Work in a thread does not let go of what belongs to the main thread. A thread that lets go of a
 * task last does so in a moment between two of its instructions, into which the main thread runs
 * when it is tried often enough. */

#define N_TIMES 20000
#define TIMEOUT_US (60 * G_USEC_PER_SEC)

typedef struct
{
  guint n_called;
  guint n_gone;
  guint n_gone_elsewhere;
  GThread *main_thread;
} Seen;

static Seen seen;

static void
gone_cb (gpointer data, GObject *where)
{
  g_atomic_int_add (&seen.n_gone_elsewhere, g_thread_self () != seen.main_thread);
  g_atomic_int_inc (&seen.n_gone);
}

static void
work_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  if (g_cancellable_is_cancelled (cancellable))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");
  else
    g_task_return_int (task, GPOINTER_TO_INT (task_data) * 2);
}

static void
done_cb (GObject *owner, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gssize answer = g_task_propagate_int (G_TASK (result), &error);

  g_assert_true (G_IS_SIMPLE_ACTION (owner));
  g_assert_null (user_data);
  if (g_task_get_cancellable (G_TASK (result)) != NULL)
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  else
    g_assert_cmpint (answer, ==, 2 * GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result))));
  seen.n_called++;
}

/* Nobody but the task holds its owner. */
static void
start (GCancellable *cancellable, guint i)
{
  g_autoptr (GSimpleAction) owner = g_simple_action_new ("owner", NULL);
  g_autoptr (GTask) task = annals_task_new (owner, cancellable, done_cb);

  g_object_weak_ref (G_OBJECT (owner), gone_cb, NULL);
  g_task_set_task_data (task, GINT_TO_POINTER (i + 1), NULL);
  g_task_run_in_thread (task, work_in_thread);
}

static void
run (GCancellable *cancellable, guint n_times)
{
  gint64 until = g_get_monotonic_time () + TIMEOUT_US;

  seen = (Seen){ .main_thread = g_thread_self () };
  for (guint i = 0; i < n_times; i++)
    {
      start (cancellable, i);
      while ((guint) g_atomic_int_get (&seen.n_gone) <= i && g_get_monotonic_time () < until)
        g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (seen.n_called, ==, n_times);
  g_assert_cmpuint (seen.n_gone, ==, n_times);
  g_assert_cmpuint (seen.n_gone_elsewhere, ==, 0);
}

static void
test_owner (void)
{
  run (NULL, N_TIMES);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  run (cancellable, 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/task/owner", test_owner);
  g_test_add_func ("/widgets/task/cancelled", test_cancelled);
  return g_test_run ();
}
