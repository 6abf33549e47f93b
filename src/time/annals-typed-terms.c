/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "annals-typed.h"

/* The words that dates are typed with. English is always understood, and so is the language of the
 * interface. Capitals, accents and full stops do not matter: "v chr" is for “v. Chr.” and “v.Chr.”,
 * too. A word may stand in several rows, if it has several meanings; where it stands then says
 * which is meant. */

/* Translators: Each of the following messages with the context “date entry” lists words that may
 * be typed in a date, not words that are shown. Give all the spellings of your language that people
 * use, in lower case, with | between them and in any order; leave full stops out (“v chr”). You
 * need not repeat the English ones, which are understood too. Whether a word stands before or after
 * the date does not matter. If your language has no word for one, translate it with a single |. */
const AnnalsTermRow annals_term_rows[] = {
  { ANNALS_TERM_NOISE, 0,
    /* Translators: typed in dates, see above: words without a meaning for the date. */
    NC_ ("date entry",
         "the|of|in|on|at|a|year|years|yr|in the year|in the years|dated|date|active|"
         "born|died|b|d|fl|flourished|act|founded|built|made|created|published|written|day|very|"
         "during|"
         "somewhere|sometime|some time|birthday in|night|evening|morning|afternoon|date of|"
         "by the name of") },
  { ANNALS_TERM_ORDINAL, 1,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "first") },
  { ANNALS_TERM_ORDINAL, 2,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "second") },
  { ANNALS_TERM_ORDINAL, 3,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "third") },
  { ANNALS_TERM_ORDINAL, 4,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "fourth") },
  { ANNALS_TERM_ORDINAL, 99,
    /* Translators: typed in dates, see above: as in “last quarter of the 19th century”. */
    NC_ ("date entry", "last|final|latter") },
  { ANNALS_TERM_ORDINAL_SUFFIX, 0,
    /* Translators: typed in dates, see above: what follows a number to make it an ordinal number,
     * as in 3rd. */
    NC_ ("date entry", "st|nd|rd|th") },
  { ANNALS_TERM_DECADE_SUFFIX, 0,
    /* Translators: typed in dates, see above: what follows a year to mean its decade, as in 1970s.
     */
    NC_ ("date entry", "s|'s") },
  { ANNALS_TERM_DECADE, 0,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "decade|decades") },
  { ANNALS_TERM_CENTURY, 0,
    /* Translators: typed in dates, see above; abbreviations too. */
    NC_ ("date entry", "century|centuries|cent|cen|c|th c") },
  { ANNALS_TERM_MILLENNIUM, 0,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "millennium|millennia|millenium|mill") },
  { ANNALS_TERM_QUARTER, 0,
    /* Translators: typed in dates, see above: three months, or 25 years of a century; as in “Q3
     * 2008”. */
    NC_ ("date entry", "quarter|q|qtr") },
  { ANNALS_TERM_HALF, 0,
    /* Translators: typed in dates, see above: half of a year or of a century, as in “H1 2009”. */
    NC_ ("date entry", "half|h|semester") },
  { ANNALS_TERM_THIRD, 0,
    /* Translators: typed in dates, see above: the third part of a century. */
    NC_ ("date entry", "third part|third") },
  { ANNALS_TERM_PART, ANNALS_TYPED_PART_EARLY,
    /* Translators: typed in dates, see above: as in “early 1970s”. */
    NC_ ("date entry", "early|early part|early in|first part|first years") },
  { ANNALS_TERM_PART, ANNALS_TYPED_PART_MID,
    /* Translators: typed in dates, see above: as in “mid-1970s”. */
    NC_ ("date entry", "mid|middle|middle part|middle years|midway through|mids") },
  { ANNALS_TERM_PART, ANNALS_TYPED_PART_LATE,
    /* Translators: typed in dates, see above: as in “late 1970s”. */
    NC_ ("date entry", "late|later|late in|latter part|later part|last years|last part") },
  { ANNALS_TERM_PART, ANNALS_TYPED_PART_BEGIN,
    /* Translators: typed in dates, see above: as in “beginning of 1999”. */
    NC_ ("date entry", "beginning|begin|start|opening|outset|dawn") },
  { ANNALS_TERM_PART, ANNALS_TYPED_PART_END,
    /* Translators: typed in dates, see above: as in “end of 1999”. */
    NC_ ("date entry", "end|ending|close") },
  { ANNALS_TERM_PART, ANNALS_TYPED_PART_TURN,
    /* Translators: typed in dates, see above: as in “turn of the 20th century”. */
    NC_ ("date entry", "turn") },
  { ANNALS_TERM_PART, ANNALS_TYPED_PART_HALF,
    /* Translators: typed in dates, see above: words that alone mean the first half; | if there is
     * none. */
    NC_ ("date entry", "former half") },
  { ANNALS_TERM_PART, ANNALS_TYPED_PART_HALF + 1,
    /* Translators: typed in dates, see above: words that alone mean the second half; | if there is
     * none. */
    NC_ ("date entry", "latter half|last half") },
  { ANNALS_TERM_PART, ANNALS_TYPED_PART_LATTER,
    /* Translators: typed in dates, see above: words that mean the last third of a decade, but the
     * second half of a century; | if there is none. */
    NC_ ("date entry", "later years") },
  { ANNALS_TERM_SEASON, 0,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "spring|springtime") },
  { ANNALS_TERM_SEASON, 1,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "summer|summertime") },
  { ANNALS_TERM_SEASON, 2,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "autumn|fall") },
  { ANNALS_TERM_SEASON, 3,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "winter|wintertime") },
  { ANNALS_TERM_HEMISPHERE, ANNALS_EDTF_SEASON_NORTHERN,
    /* Translators: typed in dates, see above: after a season. */
    NC_ ("date entry", "in the northern hemisphere|northern hemisphere|northern|nh") },
  { ANNALS_TERM_HEMISPHERE, ANNALS_EDTF_SEASON_SOUTHERN,
    /* Translators: typed in dates, see above: after a season. */
    NC_ ("date entry", "in the southern hemisphere|southern hemisphere|southern|sh") },
  { ANNALS_TERM_ABOUT, 0,
    /* Translators: typed in dates, see above: as in “about 1612”. */
    NC_ ("date entry",
         "about|around|circa|ca|c|cca|cir|approximately|approximate|approx|appr|"
         "roughly|near|nearly|close to|or so|or thereabouts|thereabouts|estimated|"
         "est|in or about|on or about|in or around|≈|±") },
  { ANNALS_TERM_PERHAPS, 0,
    /* Translators: typed in dates, see above: as in “perhaps May 1968”. */
    NC_ ("date entry",
         "perhaps|probably|prob|possibly|poss|maybe|likely|very likely|presumably|"
         "presumed|uncertain|conjectural|conjectured|guess|questionable|doubtful|"
         "apparently|supposedly|allegedly|attributed|said to be|unconfirmed") },
  { ANNALS_TERM_ERA, ANNALS_TYPED_ERA_BCE,
    /* Translators: typed in dates, see above: years before year 1, as in “44 BC”. */
    NC_ ("date entry",
         "bc|b c|bce|b c e|before christ|before the common era|before common era|"
         "before the current era") },
  { ANNALS_TERM_ERA, ANNALS_TYPED_ERA_CE,
    /* Translators: typed in dates, see above: years from year 1 on, as in “AD 79”. */
    NC_ ("date entry", "ad|a d|ce|c e|anno domini|common era|of the common era|of our era") },
  { ANNALS_TERM_BEFORE, 0,
    /* Translators: typed in dates, see above: as in “before 1900”. */
    NC_ ("date entry",
         "before|pre|prior to|earlier than|ante|bef|terminus ante quem|taq|"
         "some time before|sometime before|<") },
  { ANNALS_TERM_AFTER, 0,
    /* Translators: typed in dates, see above: as in “after 1867”. */
    NC_ ("date entry",
         "after|post|later than|subsequent to|following|aft|terminus post quem|tpq|"
         "some time after|sometime after|>") },
  { ANNALS_TERM_BY, 0,
    /* Translators: typed in dates, see above: as in “by 2007” and “2007 or earlier”. */
    NC_ ("date entry",
         "by|no later than|not later than|not after|at the latest|at latest|"
         "on or before|in or before|before or in|before or on|or earlier|or before|or sooner|≤") },
  { ANNALS_TERM_OR_LATER, 0,
    /* Translators: typed in dates, see above: as in “2007 or later” and “not before 2007”. */
    NC_ ("date entry",
         "or later|or after|no earlier than|not earlier than|not before|"
         "at the earliest|at earliest|on or after|in or after|after or in|no sooner than|≥") },
  { ANNALS_TERM_UNTIL, 0,
    /* Translators: typed in dates, see above: as in “until 1985”. */
    NC_ ("date entry", "until|till|til|'til|up to|up until|to|through|ending in|ended") },
  { ANNALS_TERM_SINCE, 0,
    /* Translators: typed in dates, see above: as in “since 2001” and “2001 onwards”. */
    NC_ ("date entry",
         "since|ever since|from|as of|as from|starting|starting in|beginning in|"
         "began|onwards|onward|on|and later|and after|forward|to date|to present|"
         "to the present|to the present day|to this day|till now|until now|up to now") },
  { ANNALS_TERM_FROM, 0,
    /* Translators: typed in dates, see above: as in “from 1947 to 1991”. */
    NC_ ("date entry", "from|starting|beginning") },
  { ANNALS_TERM_TO, 0,
    /* Translators: typed in dates, see above: stands between the ends of a period, as in “1947 to
     * 1991”. */
    NC_ ("date entry",
         "to|until|till|til|'til|up to|up until|through|thru|through to|into|and on to|"
         "and until|and continuing to|…") },
  { ANNALS_TERM_BETWEEN, 0,
    /* Translators: typed in dates, see above: as in “between 2004 and 2007”. */
    NC_ ("date entry",
         "between|some time between|sometime between|betw|bet|btw|"
         "at some time between|somewhere between|in between|any time between") },
  { ANNALS_TERM_WITHIN, 0,
    /* Translators: typed in dates, see above: begun and ended in, as in “within 1985”. */
    NC_ ("date entry", "within|throughout|all through|all of") },
  { ANNALS_TERM_EACH_OF, 0,
    /* Translators: typed in dates, see above: as in “each of 1670–1672”. */
    NC_ ("date entry", "each of|each year of|each year from|every year from|both") },
  { ANNALS_TERM_OR, 0,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "or|or else|or perhaps in|either") },
  { ANNALS_TERM_AND, 0,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "and|as well as|also|&") },
  { ANNALS_TERM_NOW, 0,
    /* Translators: typed in dates, see above: the end of a period that goes on, as in “1947 to
     * date”. */
    NC_ ("date entry",
         "present|the present|now|today|date|present day|ongoing|to date|to present|"
         "to the present|continuing|the present day") },
  { ANNALS_TERM_UNKNOWN, 0,
    /* Translators: typed in dates, see above: in the place of an end of a period. */
    NC_ ("date entry", "unknown|an unknown time|unknown time|an unknown date") },
  { ANNALS_TERM_BEGIN_UNKNOWN, 0,
    /* Translators: typed in dates, see above: as in “until 1985, begin unknown”. */
    NC_ ("date entry",
         "begin unknown|beginning unknown|start unknown|begin not known|"
         "start not known") },
  { ANNALS_TERM_END_UNKNOWN, 0,
    /* Translators: typed in dates, see above: as in “from 1985, end unknown”. */
    NC_ ("date entry", "end unknown|end not known|end date unknown") },
  { ANNALS_TERM_ALWAYS, 0,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "at all times|always") },
  { ANNALS_TERM_UNDATED, 0,
    /* Translators: typed in dates, see above: what archives write when there is no date. */
    NC_ ("date entry",
         "undated|no date|n d|nd|not dated|s d|sine dato|sine anno|s a|unknown|"
         "date unknown|unknown date|no year|n y|date not known|not known") },
  { ANNALS_TERM_SOME_DAY, 0,
    /* Translators: typed in dates, see above: as in “some day in May 1999”. */
    NC_ ("date entry",
         "some day|a day|one day|day in|unknown day|some day in|a day in|one day in") },
  { ANNALS_TERM_SOME_MONTH, 0,
    /* Translators: typed in dates, see above: as in “some month in 1999”. */
    NC_ ("date entry",
         "some month|a month|month|month in|unknown month|some month in|a month in") },
  { ANNALS_TERM_FISCAL, 0,
    /* Translators: typed in dates, see above: as in “FY2003”. */
    NC_ ("date entry", "fy|fiscal year|fiscal|financial year|budget year") },
  { ANNALS_TERM_AGO, 2000,
    /* Translators: typed in dates, see above: as in “66 million years ago”. */
    NC_ ("date entry", "years ago|year ago|yrs ago|yr ago|ago|ya") },
  { ANNALS_TERM_AGO, 1950,
    /* Translators: typed in dates, see above: years before 1950, as in “10,000 BP”. */
    NC_ ("date entry",
         "bp|b p|years bp|yr bp|yrs bp|cal bp|cal yr bp|years b p|years before present|"
         "before present|ybp") },
  { ANNALS_TERM_MAGNITUDE, 3,
    /* Translators: typed in dates, see above: as in “12 thousand years ago”. */
    NC_ ("date entry", "thousand|k") },
  { ANNALS_TERM_MAGNITUDE, 4,
    /* Translators: typed in dates, see above: as 万 in Japanese; | if there is none. */
    NC_ ("date entry", "ten thousand") },
  { ANNALS_TERM_MAGNITUDE, 8,
    /* Translators: typed in dates, see above: as 億 in Japanese; | if there is none. */
    NC_ ("date entry", "hundred million") },
  { ANNALS_TERM_MAGNITUDE, 6,
    /* Translators: typed in dates, see above: as in “66 million years ago”. */
    NC_ ("date entry", "million|mio|mn|m") },
  { ANNALS_TERM_MAGNITUDE, 9,
    /* Translators: typed in dates, see above: as in “13.8 billion years ago”: a thousand million.
     */
    NC_ ("date entry", "billion|bn|thousand million") },
  { ANNALS_TERM_AGE_UNIT, 3, "ka|kya|kyr|kyr ago|kyr bp|ka bp|kyr b p|ky" },
  { ANNALS_TERM_AGE_UNIT, 6, "ma|mya|myr|myr ago|myr bp|ma bp|my" },
  { ANNALS_TERM_AGE_UNIT, 9, "ga|gya|bya|gyr|gyr ago" },
  { ANNALS_TERM_HALF_DAY, 0,
    /* Translators: typed in dates, see above: before noon. */
    NC_ ("date entry", "am|a m|in the morning") },
  { ANNALS_TERM_HALF_DAY, 12,
    /* Translators: typed in dates, see above: after noon. */
    NC_ ("date entry", "pm|p m|in the afternoon|in the evening") },
  { ANNALS_TERM_CLOCK, 0,
    /* Translators: typed in dates, see above: after the time of day. */
    NC_ ("date entry", "o'clock|oclock|hours|hrs|h") },
  { ANNALS_TERM_HOUR, 12,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "noon|midday|at noon") },
  { ANNALS_TERM_UTC, 0, "utc|gmt|z" },
  { ANNALS_TERM_YEAR_MARK, 0,
    /* Translators: typed in dates, see above: what follows a number to make it a year, such as 年;
     * translate with | if your language has none. */
    NC_ ("date entry", "year sign") },
  { ANNALS_TERM_MONTH_MARK, 0,
    /* Translators: typed in dates, see above: what follows a number to make it a month, such as 月;
     * translate with | if your language has none. */
    NC_ ("date entry", "month sign") },
  { ANNALS_TERM_DAY_MARK, 0,
    /* Translators: typed in dates, see above: what follows a number to make it a day, such as 日;
     * translate with | if your language has none. */
    NC_ ("date entry", "day sign") },
  { ANNALS_TERM_CALENDAR, ANNALS_CALENDAR_OLD_STYLE,
    /* Translators: typed in dates, see above: the Julian calendar, as in “25 October 1917 O.S.”. */
    NC_ ("date entry", "os|o s|old style") },
  { ANNALS_TERM_CALENDAR, ANNALS_CALENDAR_JULIAN,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "julian|julian calendar|in the julian calendar") },
  { ANNALS_TERM_CALENDAR, ANNALS_CALENDAR_GREGORIAN,
    /* Translators: typed in dates, see above. */
    NC_ ("date entry", "ns|n s|new style|gregorian|gregorian calendar|in the gregorian calendar") },
  { ANNALS_TERM_CALENDAR, ANNALS_CALENDAR_ISLAMIC,
    /* Translators: typed in dates, see above: years since the Hijra. */
    NC_ ("date entry", "ah|a h|hijri|hijra|hegira|anno hegirae") },
  { ANNALS_TERM_CALENDAR, ANNALS_CALENDAR_FRENCH_REPUBLICAN,
    /* Translators: typed in dates, see above: years of the French Republic, as in “an II”. */
    NC_ ("date entry", "an|l'an|republican year|republican calendar|french republican calendar") },
  { ANNALS_TERM_CALENDAR, ANNALS_CALENDAR_HEBREW,
    /* Translators: typed in dates, see above: years of the Hebrew calendar. */
    NC_ ("date entry", "anno mundi|hebrew calendar|jewish calendar") },
  /* Feasts on a fixed day. */
  { ANNALS_TERM_FEAST, 101,
    NC_ ("date entry", "new year's day|new years day|new year|new year's") },
  { ANNALS_TERM_FEAST, 106, NC_ ("date entry", "epiphany|twelfth night|three kings") },
  { ANNALS_TERM_FEAST, 202, NC_ ("date entry", "candlemas") },
  { ANNALS_TERM_FEAST, 214,
    NC_ ("date entry", "valentine's day|valentines day|st valentine's day") },
  { ANNALS_TERM_FEAST, 315, NC_ ("date entry", "ides of march") },
  { ANNALS_TERM_FEAST, 317, NC_ ("date entry", "st patrick's day|saint patrick's day") },
  { ANNALS_TERM_FEAST, 325, NC_ ("date entry", "lady day|annunciation") },
  { ANNALS_TERM_FEAST, 401, NC_ ("date entry", "april fools' day|april fools day") },
  { ANNALS_TERM_FEAST, 501, NC_ ("date entry", "may day") },
  { ANNALS_TERM_FEAST, 624,
    NC_ ("date entry", "midsummer day|midsummer's day|st john's day|st john the baptist's day") },
  { ANNALS_TERM_FEAST, 704, NC_ ("date entry", "independence day") },
  { ANNALS_TERM_FEAST, 714, NC_ ("date entry", "bastille day") },
  { ANNALS_TERM_FEAST, 801, NC_ ("date entry", "lammas") },
  { ANNALS_TERM_FEAST, 815, NC_ ("date entry", "assumption|assumption day") },
  { ANNALS_TERM_FEAST, 929, NC_ ("date entry", "michaelmas") },
  { ANNALS_TERM_FEAST, 1031, NC_ ("date entry", "halloween|hallowe'en|all hallows' eve") },
  { ANNALS_TERM_FEAST, 1101,
    NC_ ("date entry", "all saints' day|all saints day|all saints|all hallows") },
  { ANNALS_TERM_FEAST, 1102, NC_ ("date entry", "all souls' day|all souls day|all souls") },
  { ANNALS_TERM_FEAST, 1111,
    NC_ ("date entry", "martinmas|st martin's day|armistice day|remembrance day") },
  { ANNALS_TERM_FEAST, 1206, NC_ ("date entry", "st nicholas day|st nicholas' day") },
  { ANNALS_TERM_FEAST, 1224, NC_ ("date entry", "christmas eve") },
  { ANNALS_TERM_FEAST, 1225, NC_ ("date entry", "christmas|christmas day|xmas|xmas day") },
  { ANNALS_TERM_FEAST, 1226, NC_ ("date entry", "boxing day|st stephen's day") },
  { ANNALS_TERM_FEAST, 1231, NC_ ("date entry", "new year's eve|new years eve") },
  /* Feasts that go by Easter: 5000 and the days from it. */
  { ANNALS_TERM_FEAST, 4954, NC_ ("date entry", "ash wednesday") },
  { ANNALS_TERM_FEAST, 4993, NC_ ("date entry", "palm sunday") },
  { ANNALS_TERM_FEAST, 4998, NC_ ("date entry", "good friday") },
  { ANNALS_TERM_FEAST, 5000, NC_ ("date entry", "easter|easter sunday|easter day") },
  { ANNALS_TERM_FEAST, 5001, NC_ ("date entry", "easter monday") },
  { ANNALS_TERM_FEAST, 5039, NC_ ("date entry", "ascension|ascension day") },
  { ANNALS_TERM_FEAST, 5049, NC_ ("date entry", "pentecost|whit sunday|whitsunday|whitsun") },
};

const guint annals_n_term_rows = G_N_ELEMENTS (annals_term_rows);
