// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_words.h"

#include <algorithm>
#include <iterator>

namespace morgue::extract {
namespace {

using View = std::string_view;

// The tables are sorted by bytes: those of whole labels are searched by halving.
// clang-format off

/// Furniture that stands inside articles.
constexpr View kSkip[] = {
    "+ follow", "a a a", "abonnieren", "accept", "accept all", "accept all cookies", "accept cookies", "ad",
    "ad feedback", "ad policy", "add as preferred source", "ads", "advert", "advertisement", "advertising", "anhören",
    "anmelden", "annonce", "annonse", "anzeige", "article continues below", "article continues below advertisement",
    "article image", "artikel anhören", "artikel teilen", "artikel vorlesen", "audio", "author image", "avatar",
    "back to top", "bild", "bild vergrößern", "bildunterschrift", "bluesky", "bookmark", "breaking", "caption",
    "close", "comment", "compartilhar", "compartir", "condividi", "continue", "continue reading below",
    "cookie settings", "copied", "copy", "copy link", "copy link to clipboard", "correo", "del", "delen", "donate",
    "drucken", "e-mail", "e-mail address", "e-mail-adresse", "email", "email address", "email link", "enlarge",
    "enlarge image", "enter your email", "escuchar", "exclusive", "expand", "facebook", "flipboard", "folgen",
    "follow", "follow us", "following", "font size", "for subscribers", "foto", "fotos", "gallery", "gift",
    "gift article", "gift this article", "give this article", "got it", "guardar", "hide caption", "home", "image",
    "image caption", "image source", "images", "imprimer", "imprimir", "instagram", "jetzt abonnieren",
    "jetzt anmelden", "join", "link copied", "link copied!", "link kopieren", "link kopiert", "link kopiert!",
    "link wurde kopiert", "linkedin", "listen", "listen now", "listen to article", "listen to the story",
    "listen to this article", "live", "loading", "loading...", "log in", "login", "mail", "manage preferences",
    "media caption", "menu", "merken", "messenger", "ok", "open gallery", "partager", "pause", "pdf", "photo",
    "photos", "pinterest", "play", "play video", "plus", "pocket", "post", "preferred source", "premium", "print",
    "profile image", "publicidad", "publicité", "quelle", "read full story", "reddit", "register", "reject all",
    "reklama", "remove ads", "report this ad", "reuse this content", "save", "save article", "save for later",
    "search", "share", "share article", "share on facebook", "share on linkedin", "share on twitter",
    "share on whatsapp", "share on x", "share this", "share this article", "share this story", "share via email",
    "sign in", "sign up", "skip advertisement", "skip to content", "skip to main content", "sponsored",
    "sponsored content", "stampa", "startseite", "story continues below", "story continues below advertisement",
    "story image", "submit", "subscribe", "subscribe now", "subscribers only", "suche", "support us", "teilen",
    "telegram", "text size", "threads", "toggle caption", "tweet", "twitter", "video", "view gallery", "vorlesen",
    "watch", "watch video", "werbung", "whatsapp", "x", "your email", "your email address", "écouter"};

/// What such lines open with.
constexpr View kSkipOpenings[] = {
    "add us as", "advertisement -", "also read:", "auch interessant:", "continue reading:", "don't miss:", "follow ",
    "follow us on ", "hear more", "image caption,", "image source,", "in case you missed it:", "lea también",
    "lee también", "lees ook", "leggi anche", "leia também", "les også", "lesen sie auch ", "lesen sie auch:",
    "lesen sie hier:", "lesen sie mehr:", "lire aussi", "listen to this article", "listen to this story", "listen:",
    "läs också", "læs også", "media caption,", "mehr dazu:", "mehr lesen:", "mehr zum thema:", "more:", "must read:",
    "read also:", "read more:", "read next:", "read:", "recommended:", "related:", "see also:", "share on ",
    "share this ", "siehe auch:", "skip past ", "this article was originally published", "view image in ",
    "watch live:", "watch now:", "watch:", "à lire aussi"};

/// Heads of lists of other stories, after which an article may go on.
constexpr View kBox[] = {
    "also read", "at a glance", "auch interessant", "das könnte sie auch interessieren", "don't miss",
    "editor's picks", "editors picks", "editors' picks", "empfohlen", "in this article", "keep reading", "key points",
    "latest", "lea también", "lees ook", "leggi anche", "leia também", "les også", "lesen sie auch", "lire aussi",
    "läs mer", "mehr", "mehr dazu", "mehr zum thema", "meistgelesen", "more", "more on this", "more on this story",
    "more on this topic", "more to read", "must read", "más información", "newsletter", "newsletters",
    "noticias relacionadas", "our newsletter", "passend dazu", "read also", "read more", "read next", "recommended",
    "recommended by", "recommended for you", "recommended reading", "recommended stories", "related",
    "related article", "related articles", "related content", "related coverage", "related links", "related news",
    "related posts", "related stories", "related story", "related topics", "relaterte artikler", "see also",
    "siehe auch", "sur le même sujet", "te puede interesar", "the newsletter", "top stories", "verwandte artikel",
    "verwandte themen", "weitere artikel", "you may also like", "you may like", "you might also like", "à lire aussi"};

/// Nothing of the article comes after these.
constexpr View kWall[] = {
    "about the author", "about the authors", "about the writer", "about us", "add a comment", "add comment", "agb",
    "aktuelle nachrichten", "all news", "archivado en", "around the web", "beliebt", "comentarios", "comentários",
    "commentaires", "commenti", "comments", "comments are closed", "comments are closed.", "contact us",
    "contributors", "cookie policy", "correct the record", "corrections", "datenschutz", "etiquetas", "filed under",
    "from the web", "häufig gelesen", "i più letti", "impressum", "imprint", "in this story", "join the conversation",
    "join the discussion", "kommentar schreiben", "kommentar verfassen", "kommentare", "kommentare anzeigen",
    "kontakt", "latest news", "latest stories", "leave a comment", "leave a reply", "les plus lus", "live feed",
    "lo más leído", "lo más visto", "load more", "mais lidas", "meest gelezen", "meet the author", "mehr anzeigen",
    "mehr nachrichten", "meistgelesene artikel", "mest lest", "mest läst", "mest læst", "more articles",
    "more from the web", "more news", "more stories", "most commented", "most popular", "most read", "most viewed",
    "más noticias", "nach oben", "neueste artikel", "neueste nachrichten", "news feed", "newsfeed", "next article",
    "next post", "next story", "no comments", "nächster artikel", "nächster beitrag", "our team", "paid content",
    "partner content", "popular", "popular articles", "popular now", "popular stories", "post a comment",
    "previous article", "previous post", "previous story", "privacy policy", "promoted content", "promoted stories",
    "read comments", "report a correction", "report an error", "schlagworte", "schlagwörter", "see more",
    "show comments", "show more", "site map", "sitemap", "sort by newest", "sponsored stories", "startseite",
    "stichworte", "submit a correction", "tags", "temas", "terms and conditions", "terms of service", "terms of use",
    "the latest", "themen", "topics", "trending", "trending now", "trending stories", "up next", "view comments",
    "view more", "vorheriger artikel", "vorheriger beitrag", "weitere artikel laden", "weitere meldungen",
    "weitere nachrichten", "weitere themen", "what to read next", "what's next", "written by", "you may have missed",
    "zum autor", "zur autorin", "zur person", "zur startseite", "à la une", "über den autor", "über die autorin"};

/// What such lines open with.
constexpr View kWallOpenings[] = {
    "(c) 20", "all rights reserved", "alle rechte vorbehalten", "auf dieser seite lesen sie", "copyright 19",
    "copyright 20", "copyright ©", "etiquetas:", "explore more", "filed under", "follow us on facebook",
    "join the conversation", "latest from ", "latest in ", "leave a comment", "mehr aus ", "mehr von ", "more from ",
    "more in ", "more on ", "most popular in ", "most read in ", "our standards:", "posted in ", "read more about",
    "read more from", "read more on", "related topics:", "schlagworte:", "schlagwörter:", "see all ", "stichworte:",
    "subscribe to comments", "tagged:", "tags:", "temas:", "themen:", "todos los derechos reservados", "topics:",
    "tous droits réservés", "view all ", "your email address will not be published"};

// clang-format on

template <std::size_t N>
constexpr bool is_sorted(const View (&table)[N]) {
  return std::is_sorted(std::begin(table), std::end(table));
}
static_assert(is_sorted(kSkip) && is_sorted(kBox) && is_sorted(kWall));

template <std::size_t N>
bool has(const View (&table)[N], View label) {
  return std::binary_search(std::begin(table), std::end(table), label);
}

template <std::size_t N>
bool opens(const View (&table)[N], View line) {
  return !line.empty() && std::any_of(std::begin(table), std::end(table), [line](View opening) {
    return opening.front() == line.front() && line.starts_with(opening);
  });
}

}  // namespace

bool is_skip_label(View label) {
  return has(kSkip, label);
}

bool is_box_label(View label) {
  return has(kBox, label);
}

bool is_wall_label(View label) {
  return has(kWall, label);
}

bool opens_skip(View line) {
  return opens(kSkipOpenings, line);
}

bool opens_wall(View line) {
  return opens(kWallOpenings, line);
}

}  // namespace morgue::extract
