// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/name_words.h"

#include <algorithm>
#include <span>

namespace morgue::text {
namespace {

using View = std::string_view;

constexpr View kAgencies[] = {
    "aap",
    "afp",
    "agence france-presse",
    "agencies",
    "anp",
    "ansa",
    "ap",
    "apa",
    "apn",
    "associated press",
    "the associated press",
    "belga",
    "bloomberg",
    "cna",
    "cp",
    "the canadian press",
    "ddp",
    "dpa",
    "dpa-afx",
    "dts",
    "efe",
    "epd",
    "europa press",
    "ians",
    "interfax",
    "itar-tass",
    "jiji",
    "kna",
    "kyodo",
    "lusa",
    "mti",
    "ntb",
    "pa",
    "pa media",
    "pap",
    "press association",
    "pti",
    "reuter",
    "reuters",
    "ria novosti",
    "ritzau",
    "rtr",
    "sda",
    "sid",
    "stt",
    "tass",
    "tt",
    "ukrinform",
    "unian",
    "upi",
    "xinhua",
    "yonhap",
    "anadolu agency",
    "australian associated press",
    "thomson reuters",
    "united press international",
    "press trust of india",
    "keystone-sda",
};

constexpr View kRoleNouns[] = {
    "editor",        "editors",         "reporter",       "reporters",       "writer",        "writers",
    "correspondent", "correspondents",  "contributor",    "contributors",    "columnist",     "columnists",
    "journalist",    "journalists",     "author",         "authors",         "producer",      "producers",
    "photographer",  "photographers",   "critic",         "critics",         "blogger",       "intern",
    "fellow",        "anchor",          "analyst",        "presenter",       "broadcaster",   "freelancer",
    "publisher",     "director",        "manager",        "researcher",      "strategist",    "editor-in-chief",
    "co-editor",     "partner",         "baeditor",       "stringer",        "commentator",   "host",
    "specialist",    "coordinator",     "redakteur",      "redakteurin",     "redaktion",     "redaktor",
    "korrespondent", "korrespondentin", "reporterin",     "autor",           "autorin",       "journalistin",
    "volontar",      "volontarin",      "chefredakteur",  "chefredakteurin", "ressortleiter", "ressortleiterin",
    "rechercheur",   "journaliste",     "redacteur",      "redactrice",      "correspondant", "correspondante",
    "redactor",      "redactora",       "periodista",     "corresponsal",    "giornalista",   "redattore",
    "redattrice",    "inviato",         "corrispondente", "reportero",       "reportera",     "colaborador",
    "colaboradora",  "redacao",         "jornalista",     "redactie",        "verslaggever",  "redacteurin",
    "reporteri",     "toimittaja",      "muhabir",        "muhabiri",        "chief",         "desk",
};

constexpr View kRoleModifiers[] = {
    "senior",    "junior",        "chief",      "staff",         "deputy",        "managing",       "executive",
    "associate", "assistant",     "special",    "contributing",  "guest",         "freelance",      "political",
    "politics",  "business",      "economics",  "economic",      "financial",     "finance",        "foreign",
    "national",  "international", "local",      "regional",      "city",          "world",          "news",
    "digital",   "online",        "web",        "weekend",       "evening",       "morning",        "night",
    "breaking",  "lead",          "principal",  "data",          "investigative", "investigations", "sports",
    "sport",     "culture",       "arts",       "entertainment", "music",         "film",           "tv",
    "health",    "science",       "technology", "tech",          "education",     "environment",    "climate",
    "energy",    "legal",         "crime",      "court",         "defense",       "defence",        "diplomatic",
    "security",  "features",      "feature",    "opinion",       "style",         "fashion",        "travel",
    "lifestyle", "on-air",        "photo",      "visual",
};

constexpr View kTitles[] = {"mr",   "mrs",  "ms",  "miss", "dr",  "prof", "professor", "rev",
                            "herr", "frau", "hon", "mme",  "sra", "med",  "dipl"};
constexpr View kSuffixes[] = {"jr", "sr", "ii", "iii", "iv", "jnr", "snr", "junior", "senior", "filho"};
constexpr View kDegrees[] = {"md",  "phd", "ph.d", "m.d", "ma",  "mba", "msc", "bsc", "jd",
                             "esq", "rn",  "dds",  "obe", "mbe", "cbe", "mp",  "rd",  "frcp"};
constexpr View kParticles[] = {"van", "von", "der", "den", "de",  "del", "della", "di", "da",  "das", "do",   "dos",
                               "du",  "des", "la",  "le",  "las", "los", "el",    "al", "bin", "ibn", "bint", "ter",
                               "ten", "te",  "zu",  "zur", "zum", "af",  "av",    "y",  "e",   "und"};

constexpr View kFurniture[] = {
    "view all",
    "view more",
    "see all",
    "see more",
    "read more",
    "read next",
    "show more",
    "load more",
    "more",
    "min read",
    "minute read",
    "mins read",
    "minutes read",
    "https",
    "http",
    "www",
    "home",
    "homepage",
    "menu",
    "search",
    "share",
    "share this",
    "follow",
    "follow us",
    "follow us on twitter",
    "subscribe",
    "sign in",
    "sign up",
    "log in",
    "login",
    "register",
    "newsletter",
    "advertisement",
    "sponsored",
    "comments",
    "comment",
    "print",
    "email",
    "e-mail",
    "contact",
    "contact us",
    "about",
    "about us",
    "authored articles",
    "all posts",
    "view my complete profile",
    "author",
    "authors",
    "by",
    "staff",
    "editorial staff",
    "staff writer",
    "staff writers",
    "staff reporter",
    "admin",
    "administrator",
    "unknown",
    "anonymous",
    "none",
    "null",
    "n/a",
    "nan",
    "undefined",
    "image",
    "images",
    "photo",
    "photos",
    "photograph",
    "video",
    "videos",
    "gallery",
    "podcast",
    "posted",
    "posted on",
    "published",
    "published on",
    "updated",
    "date",
    "last updated",
    "replying to",
    "trending",
    "trending story found",
    "exclusive",
    "breaking",
    "breaking news",
    "latest",
    "top stories",
    "news",
    "world",
    "politics",
    "business",
    "economy",
    "finance",
    "money",
    "opinion",
    "sport",
    "sports",
    "health",
    "science",
    "tech",
    "technology",
    "life",
    "lifestyle",
    "style",
    "style magazine",
    "fashion",
    "beauty",
    "food",
    "travel",
    "culture",
    "arts",
    "entertainment",
    "celebrity",
    "celebrities",
    "celebs",
    "royals",
    "royal",
    "music",
    "movies",
    "film",
    "films",
    "tv",
    "television",
    "books",
    "society",
    "education",
    "environment",
    "weather",
    "shopping",
    "fitness",
    "wellness",
    "features",
    "analytics",
    "country",
    "instagram",
    "facebook",
    "twitter",
    "youtube",
    "getty",
    "getty images",
    "gc images",
    "wireimage",
    "wenn",
    "fameflynet",
    "flynet",
    "liveleak",
    "world entertainment news network",
    "news events",
    "subject",
    "filmmagic",
    "splash",
    "splash news",
    "rex",
    "shutterstock",
    "rex shutterstock",
};

constexpr View kNeverInNames[] = {
    "is",     "are",      "was",    "were",   "have",  "the",      "and",    "of",     "for",     "from",
    "with",   "who",      "that",   "this",   "these", "our",      "your",   "their",  "its",     "they",
    "about",  "also",     "after",  "before", "click", "please",   "follow", "posted", "updated", "published",
    "covers", "covering", "writes", "wrote",  "works", "starring", "those"};
/// These are surnames too (Peter Read, Ling He), so they tell nothing in a name of two words.
constexpr View kSeldomInNames[] = {
    "has",   "had",  "a",    "an",    "or",    "but",   "in",   "on",     "at",      "to",    "as",   "where", "when",
    "which", "his",  "her",  "she",   "he",    "you",   "we",   "i",      "all",     "how",   "why",  "what",  "here",
    "enter", "read", "view", "based", "loves", "other", "most", "latest", "stories", "story", "posts"};

constexpr View kPlaces[] = {
    "new york",     "new york city",  "los angeles",    "san francisco",     "san diego",     "las vegas",
    "new orleans",  "st. louis",      "st. petersburg", "washington d.c.",   "washington dc", "hong kong",
    "kuala lumpur", "new delhi",      "tel aviv",       "abu dhabi",         "cape town",     "mexico city",
    "buenos aires", "rio de janeiro", "sao paulo",      "santiago de chile", "the hague",     "den haag",
    "addis ababa",  "phnom penh",     "south africa",   "frankfurt am main",
};

bool contains(std::span<const View> words, View word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

View without_stop(View word) {
  while (!word.empty() && word.back() == '.') word.remove_suffix(1);
  return word;
}

}  // namespace

bool is_agency(View name) {
  return contains(kAgencies, without_stop(name));
}

bool is_role_noun(View word) {
  return contains(kRoleNouns, without_stop(word));
}

bool is_collective_role(View word) {
  return is_role_noun(word) && word.ends_with('s');
}

bool is_role_modifier(View word) {
  return contains(kRoleModifiers, word);
}

bool is_title(View word) {
  return contains(kTitles, without_stop(word));
}

bool is_name_suffix(View word) {
  return contains(kSuffixes, without_stop(word));
}

bool is_degree(View word) {
  return contains(kDegrees, without_stop(word));
}

bool is_particle(View word) {
  return contains(kParticles, word);
}

bool is_furniture_name(View name) {
  return contains(kFurniture, without_stop(name));
}

bool is_never_in_name(View word) {
  return contains(kNeverInNames, word);
}

bool is_seldom_in_name(View word) {
  return contains(kSeldomInNames, word);
}

bool is_long_place(View name) {
  return contains(kPlaces, without_stop(name));
}

}  // namespace morgue::text
