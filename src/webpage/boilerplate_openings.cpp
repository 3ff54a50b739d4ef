// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "webpage/boilerplate_words.h"

namespace morgue::webpage {
namespace {

// clang-format off
constexpr auto kSure = std::to_array<std::string_view>({
    "(c) ", "(dpa", "(责任编辑", "* bei", "a lire :", "a lire aussi", "a lire:", "a voir aussi", "abonneer",
    "abonnez-vous", "abonnieren sie", "additional reporting by ", "advertentie", "already a subscriber",
    "already have an account", "also read", "anadir usuario", "archivado en", "article continues",
    "articoli correlati", "artikel teilen", "artikeln fortsatter", "artikkelen fortsetter", "artiklen fortsætter",
    "as an amazon associate", "atencao: comentarios", "auch interessant", "auch lesen", "auch spannend",
    "be the first to", "beeld ©", "bekijk hier", "bekijk ook", "bildergalerie", "bildnachweis", "bildquelle",
    "bildrechte", "bunlar da ilginizi", "categorised", "categorized", "clique aqui", "compartilhe", "condividi",
    "confira tambem", "connect with us", "continua a leggere", "create a free account", "create an account",
    "credit :", "credit photo", "credits photo", "ctete take", "ctete tez", "czytaj rowniez", "czytaj takze",
    "czytaj tez", "czytaj wiecej", "das konnte dich ", "das konnte sie ", "deel dit", "del artikkel", "dela artikel",
    "devamini oku", "dieser beitrag erschien", "dieser text erschien", "don't miss", "ecouter aussi", "editing by ",
    "editor's pick", "empfohlener ", "etiketler", "etiquetas", "filed to:", "filed under", "find us on ", "folg med",
    "folg oss", "folge uns", "folgen sie ", "folgt uns", "folj oss", "follow @", "follow me ", "follow the author",
    "follow us ", "fot.", "fotogalerie", "fotostrecke", "free newsletter", "getty images", "go to top", "got a tip",
    "guarda anche", "haben sie eine behauptung", "haberin devami", "hat ihnen der artikel", "hat tip", "hier geht's ",
    "hier gehts ", "if you enjoyed ", "if you liked ", "ihre meinung ist uns wichtig", "il vous reste ",
    "ilginizi cekebilir", "image 1 of", "image credit", "image source", "inicia sesion", "inscreva-se",
    "inscrivez-vous", "iscriviti", "jetzt abonnieren", "jetzt anmelden", "jetzt lesen", "join the conversation",
    "join the discussion", "kategorie:", "kategorien:", "kommentarer", "kommentieren", "la suite apres", "laes mere",
    "laes ogsa", "laisser un commentaire", "las mer", "las ocksa", "last modified", "last updated",
    "le puede interesar", "lea aqui", "lea mas", "lea tambien", "leave a comment", "lee aqui", "lee mas",
    "lee tambien", "leer mas", "leer tambien", "lees hier", "lees meer", "lees ook", "lees verder", "leggi ->",
    "leggi anche", "leggi di piu", "leggi tutto", "leia a integra", "leia ainda", "leia mais", "leia tambem",
    "les hele", "les mer", "les ogsa", "lesa meira", "lesedauer", "lesen sie auch", "lesen sie ausserdem",
    "lesen sie dazu", "lesen sie hier", "lesen sie mehr", "lesen sie unseren", "lesen sie weiter", "lesen sie zum",
    "lesezeit", "lest auch", "lest hier", "lies auch", "lies hier", "like us on ", "lire aussi", "lire egalement",
    "lire la suite", "listen to this", "log in to ", "lue myos", "luister ook", "lust auf mehr", "lyt til",
    "læs mere", "læs ogsa", "mais lidas", "mas informacion", "mehr dazu", "mehr zum thema", "mira tambien",
    "mire tambien", "mit agenturmaterial", "mit material ", "mots-cles", "next article", "next post", "niets missen",
    "noticias relacionadas", "nuotr.", "our newsletter", "our standards:", "partagez ", "participe do",
    "passend dazu", "photo by ", "photo credit", "photo illustration", "photo:", "photograph by ", "photograph:",
    "photography by ", "photos by ", "pic credit", "picture:", "post a comment", "potrebbe interessarti",
    "potrebbero interessarti", "previous article", "previous post", "print this", "produktempfehlung", "pubblicita",
    "puede interesarle", "purchase licensing", "reacties", "read also", "read more", "read next", "read our",
    "read the full", "read:", "registrate", "relacionadas", "related article", "related story", "related:",
    "reporting by ", "request a correction", "riproduzione riservata", "saiba mais", "saken fortsetter",
    "sammendraget er laget", "schlagworte", "scroll to continue", "se ogsa", "see also", "seguici", "send tips",
    "send to a friend", "share on ", "share this ", "share via ", "si continuas", "siehe auch", "siga leyendo",
    "sign in to ", "sign up for ", "sign up to ", "sigue leyendo", "sigue nuestr", "siguenos", "skaitykite taip pat",
    "spenden sie", "sponsor message", "sprawdz tez", "start the conversation", "stichworte", "story continues",
    "subscribe for ", "subscribe now ", "subscribe to ", "subscribe today", "suivez-nous", "sur le meme sujet",
    "suscribase", "suscribete", "symbolbild", "tagged as", "tagged with", "tagged:", "tags :", "tags:",
    "taip pat skaitykite", "tambien puede", "tambien te puede", "tap here to see", "te puede interesar",
    "te recomendamos", "teilen sie", "this article contains affiliate", "this content is reserved",
    "this is the free version", "this post may contain", "this website uses cookies", "ti potrebbe",
    "to continue reading", "topics:", "try refreshing your browser", "tu suscripcion", "udostepnij",
    "ultima actualizacion", "unser newsletter", "unterstutzen sie", "vea tambien", "vedi anche", "veja fotos",
    "veja mais", "veja tambem", "ver mas", "ver tambien", "veroffentlicht am", "view comments", "voir aussi",
    "volg ons", "von redaktion", "vorschau auf ", "watch more", "watch now", "we apologize, but this video",
    "we may earn", "we use cookies", "weiterlesen", "wenn ihnen ", "would you like to comment", "writing by ",
    "you are here", "you may also ", "you might also ", "zobacz rowniez", "zobacz takze", "zobacz tez", "zrodlo:",
    "zuletzt aktualisiert", "zum vergrossern", "zur startseite", "© ", "© riproduzione",
    "дивіться також", "поделиться", "подписывайтесь", "подпишитесь",
    "підписуйтесь", "смотрите также", "читайте більше", "читайте еще",
    "читайте также", "читайте також", "читать далее", "читать также",
    "اقرأ أيضا", "شاهد أيضا", "ⓒ", "【写真", "【関連", "あわせて読みたい",
    "この記事は会員", "この記事は有料", "來源：", "写真=", "写真：", "延伸閱讀",
    "延伸阅读", "更多新闻", "来源:", "来源：", "相关新闻", "相关阅读", "相關文章",
    "相關新聞", "続きを読む", "编辑:", "编辑：", "責任編輯", "责任编辑", "责编",
    "関連記事", "関連：", "관련 기사", "관련기사", "무단 전재", "사진=", "저작권자",
    "（責任編輯", "（责任编辑",
});
constexpr auto kLoose = std::to_array<std::string_view>({
    "actualizado", "advertisement", "affiliate", "ahnliche ", "aktualisiert", "an dieser stelle ", "annonce",
    "annons", "annonse", "anzeige", "assine ", "back to ", "beeld:", "bild:", "bilder:", "bitte ",
    "by the same author", "categories:", "category:", "cet article est ", "click here to ", "click to ",
    "comentarios", "commentaires", "commenti", "comments are ", "compartir", "conforme a los criterios",
    "contact the author", "continue reading", "copyright", "copyright ", "credit:", "credits:", "deel op",
    "diesen artikel ", "diesen beitrag ", "dieser artikel ist ", "dieser inhalt ", "download our ", "download the ",
    "drucken", "email the author", "en savoir plus", "enlarge ", "erstellt am ", "expand ", "first published",
    "for more ", "for the latest ", "foto:", "foto: ", "fotograf:", "fotos:", "get our ", "get the app",
    "get the latest ", "grafik:", "h/t ", "har du tips", "have a tip", "hier finden sie ", "hier geht es ",
    "hier konnen sie ", "hier lesen sie", "illustration by ", "illustration:", "im video", "image via", "image:",
    "imagen:", "images:", "in association with", "interview:", "join our ", "join us on ", "jump to ", "kategorie ",
    "kaynak:", "kommentar ", "kommentare ", "leggi qui", "leia:", "let us know", "listen:", "lo mas ", "loading",
    "mas sobre ", "meer over ", "mehr aus ", "mehr lesen", "mehr uber ", "mehr von ", "mehr zu ", "melden sie sich ",
    "min read", "minute read", "mira:", "mis a jour", "more from ", "more great ", "more on ", "more stories",
    "more:", "never miss ", "newsletter ", "on mobile", "open image", "originally published on ", "paid content",
    "partager ", "per approfondire", "photo :", "photos:", "pic:", "pictures:", "posted at ", "posted by ",
    "posted in", "posted on ", "pour aller plus loin", "protokoll:", "przeczytaj ", "publicado", "publicidad",
    "publicidade", "publicite", "publie le ", "published by ", "published on ", "published:", "puede leer",
    "puedes leer", "puedes seguir", "quelle:", "quellen:", "read time", "reading time", "reagir ", "receba ",
    "recibe ", "redaktion:", "register to ", "reklama", "report a ", "report an error", "report this ", "retrouvez ",
    "schreiben sie ", "se video", "see gallery", "segui ", "share your ", "sie haben ", "sie mochten ", "sie wollen ",
    "siga ", "sigue toda", "skip to ", "source:", "sponsored by", "stand:", "stay up to date", "story by ", "suivez ",
    "support local ", "support our ", "tags ", "tap here to ", "tell us ", "temas", "text:", "thank you for reading",
    "thanks for reading", "themen:", "tips oss", "to comment", "to learn more", "toggle ", "ubersicht", "up next",
    "updated at ", "updated:", "use the sharing", "veja:", "veroffentlicht ", "via ", "via:", "video credit",
    "video:", "view all ", "view gallery", "view image", "wahlen sie ", "watch ", "watch:", "weitere artikel",
    "weitere beitrage", "weitere informationen", "weitere meldungen", "weitere nachrichten", "weitere themen",
    "what do you think", "words by ", "written by ", "zum thema", "zuruck zu", "источник:", "ранее ",
    "реклама", "теги:", "фото:", "▶", "会員登録", "残り",
});
// clang-format on

}  // namespace

std::span<const std::string_view> boilerplate_openings() {
  return kSure;
}

std::span<const std::string_view> boilerplate_loose_openings() {
  return kLoose;
}

}  // namespace morgue::webpage
