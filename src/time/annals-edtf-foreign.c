/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "annals-edtf.h"

/* What a string that is not EDTF was meant to be: the signs of its earlier drafts, of other
 * alphabets and of other customs are put into its own, and what comes out is offered if it is EDTF.
 * Nothing is ever read that way without being asked for. */

/* Nobody types a date of more. */
#define N_BYTES_MAX 100
#define N_NUMBERS_MAX 3
#define YEAR_DIGITS 4
#define MONTHS 12
#define DIGITS "0123456789"

/* Characters */

static gboolean
is_dash (gunichar character)
{
  return (character >= 0x2010 && character <= 0x2015) || character == 0x2212 || character == 0xfe58
         || character == 0xff0d;
}

/* An en dash and its like, which join two dates. */
static gboolean
is_long_dash (gunichar character)
{
  return character >= 0x2012 && character <= 0x2015;
}

static gchar
get_plain (gunichar character)
{
  if (g_unichar_isdigit (character))
    return (gchar) ('0' + g_unichar_digit_value (character));
  if (is_dash (character))
    return '-';
  if (character == 0x2044 || character == 0x2215)
    return '/';
  /* Full width */
  if (character > 0xff00 && character <= 0xff5e)
    return (gchar) (character - 0xff00 + 0x20);

  return character < 0x80 ? (gchar) character : '\0';
}

/* The same in ASCII and without spaces; %NULL when there is no such. Long dashes may join dates. */
static gchar *
dup_plain (const gchar *text, gboolean has_joins)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const gchar *join = strpbrk (text, "[{") != NULL ? ".." : "/";

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      gchar sign = get_plain (character);

      if (g_unichar_isspace (character))
        continue;
      if (sign == '\0')
        return NULL;
      if (has_joins && is_long_dash (character))
        g_string_append (plain, join);
      else
        g_string_append_c (plain, sign);
    }

  return g_strdup (plain->str);
}

/* Signs */

static void
replace_signs (GString *text)
{
  static const gchar *const signs[][2] = {
    { "unknown", "" }, { "open", ".." }, { "?~", "%" }, { "~?", "%" },
    { "u", "X" },      { "x", "X" },     { "y", "Y" },  { "e", "E" },
    { "s", "S" },      { "t", "T" },     { "z", "Z" },  { "...", ".." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    g_string_replace (text, signs[i][0], signs[i][1], 0);
}

/* Outside sets, a range becomes an interval. */
static void
replace_range (GString *text)
{
  const gchar *dots = strstr (text->str, "..");

  if (dots == NULL || strpbrk (text->str, "/[{") != NULL || dots == text->str || dots[2] == '\0')
    return;

  g_string_replace (text, "..", "/", 1);
}

/* Numbers with the same sign between each two of them. */

typedef struct
{
  gint n_numbers;
  gchar sign;
  gint numbers[N_NUMBERS_MAX];
  gint n_digits[N_NUMBERS_MAX];
} Numbers;

static gboolean
scan_numbers (const gchar *text, Numbers *numbers)
{
  *numbers = (Numbers){ 0 };
  for (; numbers->n_numbers < N_NUMBERS_MAX; numbers->n_numbers++)
    {
      gsize n_digits = strspn (text, DIGITS);

      if (n_digits < 1 || n_digits > YEAR_DIGITS * 2)
        return FALSE;
      numbers->numbers[numbers->n_numbers] = (gint) g_ascii_strtoll (text, NULL, 10);
      numbers->n_digits[numbers->n_numbers] = (gint) n_digits;
      text += n_digits;
      if (*text == '\0')
        return ++numbers->n_numbers > 0;
      if (strchr ("/.-", *text) == NULL || (numbers->sign != '\0' && numbers->sign != *text))
        return FALSE;
      numbers->sign = *text++;
    }

  return FALSE;
}

static gchar *
dup_date (gint year, gint month, gint day)
{
  if (day == 0)
    return g_strdup_printf ("%04d-%02d", year, month);

  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/* The day may come first or second; where it can be either, it is one of two dates. */
static gchar *
dup_from_day_or_month (gint first, gint second, gint year)
{
  if (first > MONTHS || first == second)
    return dup_date (year, second, first);
  if (second > MONTHS)
    return dup_date (year, first, second);

  return g_strdup_printf ("[%04d-%02d-%02d,%04d-%02d-%02d]", year, MIN (first, second),
                          MAX (first, second), year, MAX (first, second), MIN (first, second));
}

/* Year, month and day in another order, with other signs, or without noughts. */
static gchar *
dup_from_numbers (const gchar *text)
{
  Numbers found;
  const gint *n = found.numbers;

  if (!scan_numbers (text, &found))
    return NULL;
  if (found.n_numbers == 1)
    return found.n_digits[0] == 8 ? dup_date (n[0] / 10000, n[0] / 100 % 100, n[0] % 100) : NULL;
  if (found.n_digits[0] == YEAR_DIGITS)
    return dup_date (n[0], n[1], found.n_numbers > 2 ? n[2] : 0);
  if (found.n_digits[found.n_numbers - 1] != YEAR_DIGITS)
    return NULL;
  if (found.n_numbers == 2)
    return dup_date (n[1], n[0], 0);

  return dup_from_day_or_month (n[0], n[1], n[2]);
}

/* Years with a Y that they need not have, or without the one that they need. */
static gchar *
dup_with_year (const gchar *text)
{
  gboolean has_y = *text == 'Y';
  const gchar *sign = text[has_y] == '-' ? "-" : "";
  const gchar *digits = text + has_y + strlen (sign);
  gsize n_digits = strspn (digits, DIGITS);
  gint year;

  if (n_digits > YEAR_DIGITS && !has_y)
    return g_strconcat ("Y", text, NULL);
  if (n_digits == 0 || n_digits > YEAR_DIGITS || (!has_y && *sign == '\0'))
    return NULL;

  year = (gint) g_ascii_strtoll (digits, NULL, 10);

  return g_strdup_printf ("%s%04d%s", sign, year, digits + n_digits);
}

/* A day with half a time, with a zone and no time, or with a space before the time. */
static gchar *
dup_with_time (const gchar *text)
{
  gsize length = strlen (text);

  if (length > 0 && text[length - 1] == 'Z' && strchr (text, 'T') == NULL)
    return g_strndup (text, length - 1);
  if (length == strlen ("1973-10-1710:00:00") && text[length - 3] == ':')
    return g_strdup_printf ("%.10sT%s", text, text + 10);
  if (length == strlen ("1973-10-17T10:00"))
    return g_strconcat (text, ":00", NULL);
  if (length == strlen ("1973-10-17T10:00Z") && text[length - 1] == 'Z')
    return g_strdup_printf ("%.*s:00Z", (gint) length - 1, text);
  if (length == strlen ("1973-10-17T10:00:00+0900"))
    return g_strdup_printf ("%.*s:%s", (gint) length - 2, text, text + length - 2);

  return NULL;
}

static gchar *
dup_swapped (const gchar *text)
{
  const gchar *slash = strchr (text, '/');

  if (slash == NULL)
    return NULL;

  return g_strdup_printf ("%s/%.*s", slash + 1, (gint) (slash - text), text);
}

static gchar *
take_valid (gchar *text)
{
  AnnalsSpan span;

  if (text != NULL && annals_edtf_reckon (&span, text, NULL))
    return text;

  g_free (text);

  return NULL;
}

static gchar *
dup_offer (const gchar *text, gboolean has_joins)
{
  static gchar *(*const rewrite[]) (const gchar *) = { g_strdup, dup_from_numbers, dup_with_year,
                                                       dup_with_time, dup_swapped };
  g_autofree gchar *plain = dup_plain (text, has_joins);
  g_autoptr (GString) signs = NULL;

  if (plain == NULL)
    return NULL;
  signs = g_string_new (plain);
  replace_signs (signs);
  replace_range (signs);

  for (gsize i = 0; i < G_N_ELEMENTS (rewrite); i++)
    {
      gchar *offer = take_valid (rewrite[i](signs->str));

      if (offer != NULL)
        return offer;
    }

  return NULL;
}

/**
 * annals_edtf_dup_offer:
 * @text: what is not EDTF
 *
 * Finds what EDTF has for forms of its earlier draft (`199u`, `1984?~`, `y17e7`, `open`), other
 * orders and signs (`12/25/1985`, `1985-4-2`, `1973–1974`), digits and dashes of other alphabets,
 * years with too few or too many digits, and intervals the wrong way round.
 *
 * Returns: (transfer full) (nullable): EDTF, or %NULL when there is nothing to offer
 */
gchar *
annals_edtf_dup_offer (const gchar *text)
{
  gchar *offer;

  if (strnlen (text, N_BYTES_MAX + 1) > N_BYTES_MAX || !g_utf8_validate (text, -1, NULL))
    return NULL;

  offer = dup_offer (text, FALSE);

  return offer != NULL ? offer : dup_offer (text, TRUE);
}
