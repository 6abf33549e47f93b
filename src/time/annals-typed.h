/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "annals-calendar.h"
#include "annals-date-parser.h"
#include "annals-edtf.h"

G_BEGIN_DECLS

/* Within src/time/ only: dates as people type them, from characters to EDTF. */

/* Longer texts are no dates, unless they are EDTF. */
#define ANNALS_TYPED_MAX_CHARACTERS 1000

/**
 * AnnalsTerm:
 *
 * What a word means for a date. The value that goes with each is named here.
 */
typedef enum
{
  ANNALS_TERM_NONE,
  ANNALS_TERM_NOISE,
  ANNALS_TERM_WEEKDAY,
  ANNALS_TERM_MONTH,          /* 1 to 12 */
  ANNALS_TERM_SEASON,         /* 0 spring to 3 winter */
  ANNALS_TERM_HEMISPHERE,     /* 25 northern, 29 southern */
  ANNALS_TERM_ORDINAL,        /* the number; 99 is the last */
  ANNALS_TERM_ORDINAL_SUFFIX, /* after a number, without space */
  ANNALS_TERM_DECADE_SUFFIX,  /* after a number, without space */
  ANNALS_TERM_YEAR_MARK,      /* after a number, as 年 */
  ANNALS_TERM_MONTH_MARK,
  ANNALS_TERM_DAY_MARK,
  ANNALS_TERM_CENTURY,
  ANNALS_TERM_MILLENNIUM,
  ANNALS_TERM_DECADE,
  ANNALS_TERM_DECADE_NAME, /* 60 for sixties */
  ANNALS_TERM_HUNDREDS,    /* 19 for nineteen, before a decade */
  ANNALS_TERM_QUARTER,
  ANNALS_TERM_HALF,
  ANNALS_TERM_THIRD,
  ANNALS_TERM_PART, /* AnnalsTypedPart */
  ANNALS_TERM_ABOUT,
  ANNALS_TERM_PERHAPS,
  ANNALS_TERM_ERA, /* AnnalsTypedEra */
  ANNALS_TERM_BEFORE,
  ANNALS_TERM_AFTER,
  ANNALS_TERM_BY,
  ANNALS_TERM_OR_LATER,
  ANNALS_TERM_UNTIL,
  ANNALS_TERM_SINCE,
  ANNALS_TERM_FROM,
  ANNALS_TERM_BETWEEN,
  ANNALS_TERM_WITHIN,
  ANNALS_TERM_EACH_OF,
  ANNALS_TERM_TO,
  ANNALS_TERM_OR,
  ANNALS_TERM_AND,
  ANNALS_TERM_NOW,
  ANNALS_TERM_UNKNOWN,
  ANNALS_TERM_BEGIN_UNKNOWN,
  ANNALS_TERM_END_UNKNOWN,
  ANNALS_TERM_ALWAYS,
  ANNALS_TERM_UNDATED,
  ANNALS_TERM_SOME_DAY,
  ANNALS_TERM_SOME_MONTH,
  ANNALS_TERM_FISCAL,
  ANNALS_TERM_FEAST,     /* month × 100 + day; from 4900 on, days from Easter + 5000 */
  ANNALS_TERM_AGO,       /* the year it is counted from */
  ANNALS_TERM_MAGNITUDE, /* the power of ten */
  ANNALS_TERM_AGE_UNIT,  /* the power of ten */
  ANNALS_TERM_HALF_DAY,  /* 0 before noon, 12 after it */
  ANNALS_TERM_CLOCK,     /* o’clock */
  ANNALS_TERM_HOUR,      /* the hour, as noon */
  ANNALS_TERM_UTC,
  ANNALS_TERM_CALENDAR, /* AnnalsCalendar */
  ANNALS_TERM_BORN,
  ANNALS_TERM_DIED,
} AnnalsTerm;

typedef enum
{
  ANNALS_TYPED_PART_NONE,
  ANNALS_TYPED_PART_EARLY,
  ANNALS_TYPED_PART_MID,
  ANNALS_TYPED_PART_LATE,
  ANNALS_TYPED_PART_BEGIN,
  ANNALS_TYPED_PART_END,
  ANNALS_TYPED_PART_TURN,
  ANNALS_TYPED_PART_HALF,         /* the first half; the second follows */
  ANNALS_TYPED_PART_LATTER = 9,   /* the last third of a decade, half of anything longer */
  ANNALS_TYPED_PART_THIRD = 10,   /* and two more */
  ANNALS_TYPED_PART_QUARTER = 20, /* and three more */
  ANNALS_TYPED_PART_DECADE = 30,  /* and nine more */
} AnnalsTypedPart;

typedef enum
{
  ANNALS_TYPED_ERA_NONE,
  ANNALS_TYPED_ERA_BCE,
  ANNALS_TYPED_ERA_CE,
} AnnalsTypedEra;

/* Words */

/**
 * AnnalsTermRow:
 * @term: what the words mean
 * @value: and which
 * @words: all spellings, in lower case and with `|` between them, to be translated
 */
typedef struct
{
  AnnalsTerm term;
  gint value;
  const gchar *words;
} AnnalsTermRow;

extern const AnnalsTermRow annals_term_rows[];
extern const guint annals_n_term_rows;

/**
 * AnnalsTermSense:
 * @next: the index of the next sense of the same word; 0 after the last
 */
typedef struct
{
  AnnalsTerm term;
  gint value;
  guint next;
} AnnalsTermSense;

typedef struct _AnnalsLexicon AnnalsLexicon;

/* In what order the numbers of 3/9/2007 stand. */
typedef enum
{
  ANNALS_TYPED_ORDER_DMY,
  ANNALS_TYPED_ORDER_MDY,
  ANNALS_TYPED_ORDER_YMD,
} AnnalsTypedOrder;

AnnalsLexicon *annals_lexicon_new (const gchar *locale);
void annals_lexicon_free (AnnalsLexicon *lexicon);
void annals_lexicon_add (AnnalsLexicon *lexicon, AnnalsTerm term, gint value, const gchar *words);
guint annals_lexicon_match (const AnnalsLexicon *lexicon,
                            const gunichar *folded,
                            guint n_characters,
                            guint start,
                            guint *end);
const AnnalsTermSense *annals_lexicon_get_sense (const AnnalsLexicon *lexicon, guint index);
AnnalsTypedOrder annals_lexicon_get_order (const AnnalsLexicon *lexicon);
const gchar *annals_lexicon_get_region (const AnnalsLexicon *lexicon);
gunichar annals_lexicon_get_separator (const AnnalsLexicon *lexicon);
gchar *annals_lexicon_dup_nearest (const AnnalsLexicon *lexicon, const gchar *word);
gunichar annals_lexicon_fold (gunichar character);

/* Tokens */

typedef enum
{
  ANNALS_TOKEN_END,
  ANNALS_TOKEN_NUMBER,
  ANNALS_TOKEN_WORD,
  ANNALS_TOKEN_SIGN,
  ANNALS_TOKEN_ATOM,           /* a date in EDTF among words */
  ANNALS_TOKEN_CALENDAR_MONTH, /* a month that is not Gregorian */
  ANNALS_TOKEN_CALENDAR_ERA,   /* a Japanese era */
} AnnalsTokenKind;

typedef enum
{
  ANNALS_TOKEN_SPACED = 1 << 0,     /* white space before it */
  ANNALS_TOKEN_APOSTROPHE = 1 << 1, /* ’68 */
  ANNALS_TOKEN_ORDINAL = 1 << 2,    /* 3rd */
  ANNALS_TOKEN_DECADE = 1 << 3,     /* 1970s */
  ANNALS_TOKEN_YEAR = 1 << 4,       /* 1973年 */
  ANNALS_TOKEN_MONTH = 1 << 5,
  ANNALS_TOKEN_DAY = 1 << 6,
  ANNALS_TOKEN_LONG_DASH = 1 << 7,
  ANNALS_TOKEN_GROUPED = 1 << 8, /* 66,000,000 */
} AnnalsTokenFlags;

/**
 * AnnalsToken:
 * @start: its first character
 * @end: the character after it
 * @sense: the first sense of a word; 0 when it is not known
 * @number: of a number; with @n_decimals, the decimals are in it; of a month or an era in a
 * calendar
 * @n_digits: how many digits it is written with, decimals included
 * @roman: the number when a word can be a Roman one; else 0
 * @sign: of a sign; dashes of all kinds are `-`
 * @calendar: of a month or an era
 */
typedef struct
{
  AnnalsTokenKind kind;
  guint flags;
  guint start;
  guint end;
  guint sense;
  gint64 number;
  gint n_digits;
  gint n_decimals;
  gint roman;
  gunichar sign;
  AnnalsCalendar calendar;
} AnnalsToken;

/**
 * AnnalsTypedText:
 * @plain: the characters, with dashes, spaces and digits of all kinds made plain
 * @folded: the same, without case and accents
 */
typedef struct
{
  const AnnalsLexicon *lexicon;
  gunichar *plain;
  gunichar *folded;
  guint n_characters;
  AnnalsToken *tokens;
  guint n_tokens;
} AnnalsTypedText;

void
annals_typed_text_init (AnnalsTypedText *text, const AnnalsLexicon *lexicon, const gchar *typed);
void annals_typed_text_clear (AnnalsTypedText *text);
guint annals_typed_text_match (const AnnalsTypedText *text, guint start, guint *end);
gboolean
annals_typed_text_has_term (const AnnalsTypedText *text, guint sense, AnnalsTerm term, gint *value);
gchar *annals_typed_text_dup (const AnnalsTypedText *text, guint start, guint end);
gboolean annals_typed_text_means (const AnnalsTypedText *text,
                                  const AnnalsToken *token,
                                  AnnalsTerm term,
                                  gint *value);

/* Readings */

#define ANNALS_TYPED_MAX_CHOICES 6
#define ANNALS_TYPED_EDTF_BYTES 64

/**
 * AnnalsTyped:
 * @chosen: at each fork met on the way, which branch to take
 * @n_branches: at each fork met, how many there are
 * @reasons: (element-type utf8): at each fork met, why the branch taken is right
 * @error: (nullable): the best reason found why it is no date
 *
 * One way through a text. Where it can be read in several ways, annals_typed_choose() says which to
 * take; all ways are tried one after the other.
 */
typedef struct
{
  const AnnalsTypedText *text;
  guint chosen[ANNALS_TYPED_MAX_CHOICES];
  guint n_branches[ANNALS_TYPED_MAX_CHOICES];
  const gchar *reasons[ANNALS_TYPED_MAX_CHOICES];
  guint n_choices;
  AnnalsCalendar calendar;
  GError *error;
} AnnalsTyped;

guint annals_typed_choose (AnnalsTyped *typed, guint n_branches, const gchar *const *reasons);
guint annals_typed_choose_qualified (AnnalsTyped *typed);
gboolean annals_typed_fail (AnnalsTyped *typed, const gchar *format, ...) G_GNUC_PRINTF (2, 3);

/* How much a draft says. */
typedef enum
{
  ANNALS_DRAFT_NOTHING,
  ANNALS_DRAFT_BARE, /* a number that can be several things */
  ANNALS_DRAFT_DAY,
  ANNALS_DRAFT_MONTH, /* or a season, quarter or half of a year */
  ANNALS_DRAFT_YEAR,
  ANNALS_DRAFT_DECADE,
  ANNALS_DRAFT_CENTURY,
  ANNALS_DRAFT_MILLENNIUM,
  ANNALS_DRAFT_FISCAL,
  ANNALS_DRAFT_AGE,
  ANNALS_DRAFT_ATOM,
  ANNALS_DRAFT_NOW,
  ANNALS_DRAFT_UNKNOWN,
} AnnalsDraftUnit;

/**
 * AnnalsDraft:
 * @year: the number of the year, decade (its first year), century or millennium, as people count
 * @n_year_digits: how many digits the year was typed with; 0 without a year
 * @month: 1 to 12, a season from 21, or %ANNALS_EDTF_UNSPECIFIED; 0 when absent
 * @day: 1 to 31, or %ANNALS_EDTF_UNSPECIFIED; 0 when absent
 * @bare: the number that can be several things
 * @n_bare_digits: how many digits it was typed with
 * @dual: the second number of 1697/8; 0 without
 * @is_ten_years: whether the word “decade” says that it is one, and no century
 * @may_qualify_begin: whether of a range the qualifiers may be meant of the begin alone
 * @atom: (nullable): a date in EDTF
 *
 * A date as far as a stretch of words says it. What is missing may be said by another stretch.
 */
typedef struct
{
  AnnalsDraftUnit unit;
  gint64 year;
  gint n_year_digits;
  gboolean has_apostrophe;
  AnnalsTypedEra era;
  gboolean is_era_first;
  gint month;
  gint day;
  gint64 bare;
  gint n_bare_digits;
  gboolean is_bare_ordinal;
  gint64 dual;
  gint n_dual_digits;
  gboolean is_ten_years;
  gint part;
  gint hemisphere;
  guint qualifiers;
  gboolean may_qualify_begin;
  gboolean has_time;
  gint hour;
  gint minute;
  gint second;
  gchar zone[8];
  AnnalsCalendar calendar;
  gint calendar_era;
  gint n_decimals;
  gint power;
  gint anchor;
  gint feast;
  const AnnalsToken *atom;
} AnnalsDraft;

/**
 * AnnalsTypedItem:
 * @is_range: whether it has two ends
 * @is_choice: whether it is one day of a range
 * @begin: EDTF; empty when unknown, `..` when open
 * @end: the same of the end; equal to @begin otherwise
 */
typedef struct
{
  gboolean is_range;
  gboolean is_choice;
  gchar begin[ANNALS_TYPED_EDTF_BYTES];
  gchar end[ANNALS_TYPED_EDTF_BYTES];
} AnnalsTypedItem;

gboolean annals_draft_read (AnnalsTyped *typed, guint first, guint n_tokens, AnnalsDraft *draft);
gboolean annals_draft_complete (AnnalsDraft *draft, const AnnalsDraft *model, gboolean is_before);
gint64 annals_draft_get_power (gint n_digits);
gboolean annals_draft_is_short_decade (const AnnalsDraft *draft);
gboolean annals_draft_is_complete (const AnnalsDraft *draft);
gboolean annals_draft_finish (AnnalsTyped *typed, const AnnalsDraft *draft, AnnalsTypedItem *item);
void annals_typed_write_without_season (const gchar *date, gboolean is_end, gchar *written);
void annals_typed_append_member (GString *edtf, const AnnalsTypedItem *item);
gboolean annals_typed_write_set (const AnnalsTypedItem *item, const gchar *brackets, GString *edtf);
gboolean annals_typed_read (AnnalsTyped *typed, GString *edtf);

AnnalsLexicon *annals_date_parser_get_lexicon (AnnalsDateParser *parser);
gchar *annals_typed_dup_foreign (const gchar *text);
void annals_typed_refuse (const AnnalsTypedText *text, const gchar *typed, GError **error);

G_END_DECLS
