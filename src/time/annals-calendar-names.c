/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <unicode/udat.h>
#include <unicode/ustring.h>

#include "annals-calendar-private.h"

/* The names of months, for finding them however they are spelled. What people write in English is
 * a table here; what the language of the program calls them is asked of ICU, which has it from the
 * CLDR. Names are compared without case, accents, apostrophes, hyphens and spaces. */

#define MAX_MONTHS 13
#define SPELLING_SEPARATOR ","

static const gchar *const gregorian_spellings[MAX_MONTHS] = {
  "January,Jan",
  "February,Feb",
  "March,Mar",
  "April,Apr",
  "May",
  "June,Jun",
  "July,Jul",
  "August,Aug",
  "September,Sept,Sep,7ber",
  "October,Oct,8ber",
  "November,Nov,9ber",
  "December,Dec,10ber,Xber",
};

static const gchar *const french_spellings[MAX_MONTHS] = {
  "Vendémiaire,Vend",
  "Brumaire,Brum",
  "Frimaire,Frim",
  "Nivôse,Niv",
  "Pluviôse,Pluv",
  "Ventôse,Vent",
  "Germinal,Germ",
  "Floréal,Flor",
  "Prairial,Prair",
  "Messidor,Mess",
  "Thermidor,Therm,Fervidor",
  "Fructidor,Fruct",
  "jour complémentaire,jours complémentaires,complémentaire,complémentaires,"
  "complementary day,complementary days,sans-culottide,sans-culottides,Sansculottides",
};

static const gchar *const hebrew_spellings[MAX_MONTHS] = {
  "Tishri,Tishrei,Tishre,תשרי",
  "Heshvan,Cheshvan,Marheshvan,Marcheshvan,Hesvan,חשוון,חשון,מרחשוון,מרחשון",
  "Kislev,Chislev,כסלו",
  "Tevet,Teves,Tebet,Tebeth,טבת",
  "Shevat,Shvat,Shebat,Sebat,שבט",
  "Adar I,Adar 1,Adar Rishon,Adar Alef,אדר א,אדר ראשון",
  "Adar,Adar II,Adar 2,Adar Sheni,Adar Bet,Veadar,אדר,אדר ב,אדר שני",
  "Nisan,Nissan,ניסן",
  "Iyar,Iyyar,אייר",
  "Sivan,Siwan,סיוון,סיון",
  "Tammuz,Tamuz,תמוז",
  "Av,Ab,Menachem Av,אב,מנחם אב",
  "Elul,אלול",
};

static const gchar *const islamic_spellings[MAX_MONTHS] = {
  "Muharram,Moharram,Muharrem,al-Muharram,محرم,المحرم",
  "Safar,Saphar,صفر",
  "Rabi I,Rabi 1,Rabi al-awwal,Rabi ul-awwal,Rabi' al-awal,Rebiülevvel,ربيع الأول",
  "Rabi II,Rabi 2,Rabi al-thani,Rabi ath-thani,Rabi al-akhir,Rabi ul-akhir,Rabi us-sani,"
  "Rebiülahir,ربيع الآخر,ربيع الثاني",
  "Jumada I,Jumada 1,Jumada al-ula,Jumada al-awwal,Jumada l-ula,Jumada ul-awwal,Cemaziyelevvel,"
  "جمادى الأولى",
  "Jumada II,Jumada 2,Jumada al-akhira,Jumada al-thani,Jumada al-thaniya,Jumada ath-thaniya,"
  "Jumada l-akhira,Jumada us-sani,Cemaziyelahir,جمادى الآخرة,جمادى الثانية",
  "Rajab,Rejeb,Receb,رجب",
  "Sha'ban,Shaban,Shaaban,Şaban,شعبان",
  "Ramadan,Ramadhan,Ramazan,رمضان",
  "Shawwal,Shawal,Shaual,Şevval,شوال",
  "Dhu al-Qi'dah,Dhu'l-Qi'dah,Dhu al-Qadah,Dhu al-Qa'da,Dhul Qadah,Dhul Qada,Zul Qadah,Zilkade,"
  "Dhu l-Qa'da,ذو القعدة",
  "Dhu al-Hijjah,Dhu'l-Hijjah,Dhu al-Hijja,Dhul Hijja,Zul Hijjah,Zilhicce,Dhu l-Hijja,ذو الحجة",
};

typedef struct
{
  const gchar *const *spellings;
  /* What ICU calls the calendar; NULL when it has no such one. */
  const gchar *icu;
} Names;

static const Names names_of[ANNALS_N_CALENDARS] = {
  [ANNALS_CALENDAR_GREGORIAN] = { gregorian_spellings, "gregorian" },
  [ANNALS_CALENDAR_JULIAN] = { gregorian_spellings, "gregorian" },
  [ANNALS_CALENDAR_OLD_STYLE] = { gregorian_spellings, "gregorian" },
  [ANNALS_CALENDAR_JAPANESE] = { gregorian_spellings, "gregorian" },
  [ANNALS_CALENDAR_FRENCH_REPUBLICAN] = { french_spellings, NULL },
  [ANNALS_CALENDAR_HEBREW] = { hebrew_spellings, "hebrew" },
  [ANNALS_CALENDAR_ISLAMIC] = { islamic_spellings, "islamic-civil" },
};

/* ICU's Adar II, which it has after the twelve other months and Adar I. */
#define ICU_ADAR_II 13
/* ICU's number of the era Reiwa. */
#define ICU_REIWA 236

/**
 * annals_calendar_fold_name:
 * @name: a name
 *
 * Takes from a name what spellings differ in: case, accents, apostrophes, spaces and hyphens.
 *
 * Returns: (transfer full): letters and digits
 */
gchar *
annals_calendar_fold_name (const gchar *name)
{
  g_autofree gchar *decomposed = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  g_autofree gchar *folded = NULL;
  GString *letters = g_string_new (NULL);

  /* No UTF-8 has no letters. */
  if (decomposed == NULL)
    return g_string_free (letters, FALSE);

  folded = g_utf8_casefold (decomposed, -1);
  for (const gchar *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) && g_unichar_type (c) != G_UNICODE_MODIFIER_LETTER)
        g_string_append_unichar (letters, c == 0x131 /* ı */ ? 'i' : c);
    }

  return g_string_free (letters, FALSE);
}

/**
 * annals_calendar_dup_language:
 *
 * The language that the program speaks, which is that of its catalogue and not that of the locale:
 * names from elsewhere have to fit the words they stand among.
 *
 * Returns: (transfer full): a code such as `de`, `en` if there is no catalogue
 */
gchar *
annals_calendar_dup_language (void)
{
  static const gchar field[] = "\nLanguage:";
  const gchar *header = g_dgettext (GETTEXT_PACKAGE, "");
  const gchar *line = header != NULL ? strstr (header, field) : NULL;

  if (line == NULL)
    return g_strdup ("en");

  line += strlen (field);
  line += strspn (line, " ");

  return g_strndup (line, strcspn (line, "\n "));
}

/* Names of ICU */

static const gchar *
intern (const UChar *text, gint length)
{
  gchar utf8[256];
  UErrorCode status = U_ZERO_ERROR;

  u_strToUTF8 (utf8, sizeof utf8, NULL, text, length, &status);

  return U_SUCCESS (status) ? g_intern_string (utf8) : NULL;
}

static const gchar *
get_symbol (UDateFormat *format, UDateFormatSymbolType type, gint index)
{
  UChar text[100];
  UErrorCode status = U_ZERO_ERROR;
  gint length;

  if (index >= udat_countSymbols (format, type))
    return NULL;

  length = udat_getSymbols (format, type, index, text, G_N_ELEMENTS (text), &status);

  return U_SUCCESS (status) && length > 0 ? intern (text, length) : NULL;
}

static UDateFormat *
open_format (const gchar *language, const gchar *calendar)
{
  static const UChar pattern[] = { 'y', 0 };
  g_autofree gchar *locale = g_strdup_printf ("%s@calendar=%s", language, calendar);
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, u"UTC", -1, pattern, 1,
                                   &status);

  return U_SUCCESS (status) ? format : NULL;
}

/* Names are read once for each language and never freed, since they are interned. */
typedef struct
{
  /* Nullable, and so on. */
  const gchar *names[2][ICU_ADAR_II + 1];
  const gchar *eras[ANNALS_CALENDAR_N_ERAS];
} Symbols;

/* ICU counts from Taika on; Reiwa is the last that both know. Of the older eras it gives years too,
 * in parentheses. */
static void
load_eras (Symbols *symbols, UDateFormat *format)
{
  for (gint i = 0; i < ANNALS_CALENDAR_N_ERAS; i++)
    {
      const gchar *name = get_symbol (format, UDAT_ERAS,
                                      ICU_REIWA - (ANNALS_CALENDAR_N_ERAS - 1) + i);
      g_autofree gchar *bare = g_strndup (name != NULL ? name : "",
                                          name != NULL ? strcspn (name, "(") : 0);

      g_strstrip (bare);
      symbols->eras[i] = *bare != '\0' ? g_intern_string (bare) : NULL;
    }
}

static Symbols *
load_symbols (const gchar *language, const gchar *calendar)
{
  Symbols *symbols = g_new0 (Symbols, 1);
  UDateFormat *format = open_format (language, calendar);

  if (format == NULL)
    return symbols;

  for (gint i = 0; i <= ICU_ADAR_II; i++)
    {
      symbols->names[ANNALS_WORDS_LONG][i] = get_symbol (format, UDAT_MONTHS, i);
      symbols->names[ANNALS_WORDS_SHORT][i] = get_symbol (format, UDAT_SHORT_MONTHS, i);
    }
  if (g_str_equal (calendar, "japanese"))
    load_eras (symbols, format);
  udat_close (format);

  return symbols;
}

static const Symbols *
get_symbols (const gchar *language, const gchar *calendar)
{
  static GMutex mutex;
  static GHashTable *loaded = NULL;
  g_autofree gchar *key = g_strconcat (language, "@", calendar, NULL);
  Symbols *symbols;

  g_mutex_lock (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  symbols = g_hash_table_lookup (loaded, key);
  if (symbols == NULL)
    {
      symbols = load_symbols (language, calendar);
      g_hash_table_insert (loaded, g_steal_pointer (&key), symbols);
    }
  g_mutex_unlock (&mutex);

  return symbols;
}

/* Saying */

/**
 * annals_calendar_get_month_name:
 * @calendar: the Hebrew or the Islamic calendar
 * @year: a year of it
 * @month: a month of that year
 * @form: whether to shorten it
 *
 * Returns: (transfer none): what the language of the program calls the month
 */
const gchar *
annals_calendar_get_month_name (AnnalsCalendar calendar,
                                gint64 year,
                                gint month,
                                AnnalsWordsForm form)
{
  g_autofree gchar *language = annals_calendar_dup_language ();
  gboolean is_adar_ii = calendar == ANNALS_CALENDAR_HEBREW && month == 7
                        && annals_calendar_hebrew_is_leap (year);
  const gchar *name = get_symbols (language, names_of[calendar].icu)
                          ->names[form][is_adar_ii ? ICU_ADAR_II : month - 1];

  return name != NULL ? name : names_of[calendar].spellings[month - 1];
}

/**
 * annals_calendar_get_era_name:
 * @era: 1 to %ANNALS_CALENDAR_N_ERAS
 *
 * Returns: (transfer none): what the language of the program calls the era
 */
const gchar *
annals_calendar_get_era_name (gint era)
{
  g_autofree gchar *language = annals_calendar_dup_language ();
  const gchar *name = get_symbols (language, "japanese")->eras[era - 1];

  return name != NULL ? name : annals_calendar_get_era (era)->romanised;
}

/* Finding */

static void
add_name (GHashTable *months, const gchar *name, gint month)
{
  gchar *key = annals_calendar_fold_name (name);

  if (*key != '\0' && !g_hash_table_contains (months, key))
    g_hash_table_insert (months, key, GINT_TO_POINTER (month));
  else
    g_free (key);
}

static void
add_symbols (GHashTable *months, const gchar *language, const gchar *calendar)
{
  const Symbols *symbols = get_symbols (language, calendar);

  for (gint form = 0; form < G_N_ELEMENTS (symbols->names); form++)
    for (gint i = 0; i <= ICU_ADAR_II; i++)
      if (symbols->names[form][i] != NULL)
        add_name (months, symbols->names[form][i], i == ICU_ADAR_II ? 7 : i + 1);
}

static GHashTable *
make_months (AnnalsCalendar calendar, const gchar *language)
{
  const Names *names = &names_of[calendar];
  GHashTable *months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gint i = 0; i < MAX_MONTHS && names->spellings[i] != NULL; i++)
    {
      g_auto (GStrv) spellings = g_strsplit (names->spellings[i], SPELLING_SEPARATOR, -1);

      for (guint j = 0; spellings[j] != NULL; j++)
        add_name (months, spellings[j], i + 1);
    }

  if (names->icu != NULL)
    {
      add_symbols (months, language, names->icu);
      add_symbols (months, "en", names->icu);
    }

  return months;
}

/**
 * annals_calendar_find_month:
 * @calendar: a calendar
 * @name: the name of a month
 * @month: (out): where to put its number
 *
 * Looks a month up by any common spelling, in English, in the month's own language, or in the
 * language of the program: “Thermidor”, “Muharram” and “Moharram”, “Tishri” and “Tishrei”. “Adar”
 * is the Adar of common years, and Adar II in leap years.
 *
 * Returns: whether @calendar has such a month
 */
gboolean
annals_calendar_find_month (AnnalsCalendar calendar, const gchar *name, gint *month)
{
  static GMutex mutex;
  static GHashTable *loaded[ANNALS_N_CALENDARS];
  g_autofree gchar *language = annals_calendar_dup_language ();
  g_autofree gchar *key = NULL;
  GHashTable *months;

  g_return_val_if_fail (calendar < ANNALS_N_CALENDARS, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (month != NULL, FALSE);

  key = annals_calendar_fold_name (name);
  g_mutex_lock (&mutex);
  if (loaded[calendar] == NULL)
    loaded[calendar] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_hash_table_unref);
  months = g_hash_table_lookup (loaded[calendar], language);
  if (months == NULL)
    {
      months = make_months (calendar, language);
      g_hash_table_insert (loaded[calendar], g_steal_pointer (&language), months);
    }
  *month = GPOINTER_TO_INT (g_hash_table_lookup (months, key));
  g_mutex_unlock (&mutex);

  return *month > 0;
}
