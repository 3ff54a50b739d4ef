// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "webpage/boilerplate_words.h"

namespace morgue::webpage {
namespace {

// clang-format off
constexpr auto kLabels = std::to_array<std::string_view>({
    "a decouvrir", "a lire aussi", "a propos de l'auteur", "a voir aussi", "abonneer", "abonnieren", "about author",
    "about the author", "about the authors", "accueil", "ad", "add a comment", "ads", "advertentie", "advertisement",
    "advertisment", "ahnliche artikel", "ahnliche themen", "all rights reserved", "alle anzeigen", "also read",
    "am beliebtesten", "anhoren", "anmelden", "annonce", "annons", "annonse", "anzeige", "archivado en",
    "article content", "article continues below", "articoli correlati", "artikel anhoren", "artikel teilen",
    "artikeln fortsatter", "artikkelen fortsetter under annonsen", "ascolta", "assine", "auch interessant", "audio",
    "audio und video zum thema", "author", "autor", "back", "back to top", "bekijk ook", "beliebt", "bildergalerie",
    "bluesky", "categories", "close", "comentar", "comentarios", "comment", "commentaires", "commenter", "commenti",
    "comments", "compartilhar", "compartilhe", "compartir", "condividi", "contents", "contexto de la noticia",
    "continua a leggere", "continua apos a publicidade", "continua apos publicidade", "continue reading",
    "copier le lien", "copy link", "ctete take", "czytaj takze", "czytaj tez", "czytaj wiecej",
    "das konnte dich auch interessieren", "das konnte sie auch interessieren", "das konnte sie interessieren", "deel",
    "deel dit artikel", "del", "dela", "delen", "der autor", "devamini oku", "die autorin", "die redaktion empfiehlt",
    "diesen artikel teilen", "diskuse", "don't miss", "download", "drucken", "e-mail", "ecouter", "editor's picks",
    "editors' picks", "einzelnachweise", "email", "embed", "emner", "empfehlungen aus der redaktion",
    "empfehlungen der redaktion", "empfohlen",
    "empfohlener externer inhalt", "enlarge", "enlarge image", "enviar", "envoyer", "escuchar", "etiketler",
    "etiquetas", "external links", "externen inhalt anzeigen", "externer inhalt", "facebook", "feedback",
    "filed under", "flipboard", "folgen", "follow", "follow us", "footnotes", "fotostrecke", "further reading",
    "gallery", "gerelateerd", "guardar", "haberin devami", "hide caption", "home", "i piu letti", "ilgili haberler",
    "image", "imprimer", "imprimir", "in this article", "in this story", "inhalt", "inhalt anzeigen",
    "inhaltsverzeichnis", "inicio", "instagram", "iscriviti", "jaa", "jetzt lesen", "keywords", "komentarze",
    "kommentar", "kommentar schreiben", "kommentare", "kommentarer", "kommentieren", "l'autore", "laes mere",
    "laes ogsa", "las mer", "las ocksa", "latest", "latest news", "latest stories", "lds ocksa", "lea tambien",
    "learn more", "leave a comment", "lee tambien", "leer mas", "lees meer", "lees ook", "lees verder", "leggi anche",
    "leggi di piu", "leggi tutto", "leia mais", "leia tambem", "les mer", "les ogsa", "les plus lus", "lesa meira",
    "lesen sie auch", "lesen sie mehr", "lesezeit", "link copied", "link kopieren", "linkedin", "lire aussi",
    "lire la suite", "listen", "lo mas leido", "lo mas visto", "load more", "loading", "log in", "login", "lue myos",
    "lyt til artiklen", "læs mere", "læs ogsa", "mainos", "mais lidas", "mas informacion", "mas noticias",
    "mas sobre este tema", "meer over", "meest gelezen", "mehr", "mehr anzeigen", "mehr dazu", "mehr lesen",
    "mehr von", "mehr zum thema", "meistgelesen", "menu", "merken", "messenger", "mest last", "mest lest",
    "mest læst", "min", "mira tambien", "more", "more info", "more news", "more stories", "most popular",
    "most read", "mots-cles", "nach oben", "neueste", "newsletter", "newsletters", "next", "no comments", "normas",
    "nos derniers articles", "notes", "noticias relacionadas", "offrir cet article", "onderwerpen", "ouvir",
    "partager", "partilhar", "paylas", "photo", "photos", "pin it", "pinterest", "play", "player wird geladen",
    "popular", "post a comment", "potrebbe interessarti", "previous", "print", "pubblicita", "publicidad",
    "publicidade", "publicite", "published", "purchase licensing rights", "quelle", "quellen", "quellenangaben",
    "rasyti komentara", "reacties", "read more", "read next", "reagir", "recommended", "recommended for you",
    "recommended videos",
    "reddit", "register", "registrieren", "reklam", "reklama", "reklame", "relacionadas", "relacionados", "related",
    "related articles", "related content", "related news", "related posts", "related stories", "related topics",
    "relaterat", "relaterte artikler", "s'abonner", "s'inscrire", "saiba mais", "saken fortsetter under annonsen",
    "save", "schlagworte", "schlagworter", "schliessen", "sdilet", "se ogsa", "search", "see also", "see more",
    "seguici", "seguir", "share", "share article", "share this", "share this article", "share this story",
    "show more", "siehe auch", "siga", "sign in", "sign up", "siguenos", "skaitykite taip pat", "sobre el autor",
    "sobre la autora", "sobre la firma", "sobre los autores", "sobre o autor", "sommaire", "source", "sources",
    "souvisejici", "speichern", "sponsored", "stampa", "startseite", "stichworte", "story continues below",
    "story continues below advertisement", "subscribe", "subscribe now", "suche", "suivre", "sur le meme sujet",
    "suscribete", "susije straipsniai", "table of contents", "tags", "tambien te puede interesar",
    "te puede interesar", "teilen", "telegram", "temas", "temi", "themen", "themes",
    "this article is more than 1 year old", "threads", "ti potrebbe interessare", "toggle caption", "top", "topics",
    "transcript", "trefwoorden", "trending", "trending now", "tweet", "twitter", "uber den autor", "uber die autoren",
    "uber die autorin", "ubersicht", "udostepnij", "uhr", "up next", "updated", "veja mais", "veja tambem", "ver mas",
    "vergrossern", "verwandte artikel", "verwandte themen", "verwendete quellen", "video", "videos", "view all",
    "view comments", "view full size", "view more", "vis mer", "visa mer", "voir aussi", "vorlesen", "watch",
    "weiter", "weitere artikel", "weitere informationen", "weitere meldungen", "weitere themen", "weiterlesen",
    "werbung", "whatsapp", "x", "yorum yap", "yorumlar", "you may also like", "you might also like", "youtube",
    "zobacz rowniez", "zobacz takze", "zum thema", "zur person", "zur startseite", "zuruck", "еще по теме",
    "коментарі", "комментарии", "комментировать", "новости по теме",
    "по теме", "поделиться", "подписаться", "поширити", "реклама",
    "смотрите также", "теги", "читайте также", "читайте також",
    "читать далее", "إعلان", "اقرأ أيضا", "تعليقات", "شارك",
    "مطالب مرتبط", "مواضيع ذات صلة", "あわせて読みたい", "おすすめ記事",
    "コメント", "シェア", "シェアする", "ツイート", "ランキング", "分享", "分享到",
    "广告", "広告", "廣告", "延伸閱讀", "延伸阅读", "打印", "留言", "相关新闻", "相关阅读",
    "相關新聞", "続きを読む", "评论", "返回顶部", "関連記事", "공유", "공유하기",
    "관련 기사", "관련기사", "광고", "구독", "기사 듣기", "댓글", "많이 본 뉴스",
});
// clang-format on
static_assert(std::ranges::is_sorted(kLabels));

}  // namespace

std::span<const std::string_view> boilerplate_labels() {
  return kLabels;
}

}  // namespace morgue::webpage
