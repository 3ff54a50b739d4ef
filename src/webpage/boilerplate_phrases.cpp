// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "webpage/boilerplate_words.h"

namespace morgue::webpage {
namespace {

// clang-format off
constexpr auto kStrong = std::to_array<std::string_view>({
    "a version of this article appear", "affiliate link", "affiliate-link", "aktivieren sie javascript",
    "all rights reserved", "alle rechte vorbehalten", "already a subscriber", "and is filed under",
    "ausgewahlter externer inhalt",
    "become a member", "become a subscriber", "by entering your email", "by providing your email", "by signing up",
    "by subscribing", "cette entree a ete publiee", "comment on this article", "cookies & tracking",
    "delivered to your inbox",
    "dieser beitrag wurde unter", "dieser eintrag wurde veroffentlicht", "esta entrada fue publicada",
    "der den artikel erganzt", "download our app", "earn a commission", "einen von unseren redakteuren",
    "enable javascript", "erhalten wir eine provision", "externe inhalte anzeigen", "externen inhalte", "find us on",
    "finden sie externen inhalt", "folgen sie uns", "folgt uns auf", "follow me on", "follow us on",
    "inhalt von instagram", "inhalt von twitter", "inhalt von youtube", "inhalte von facebook",
    "javascript deaktiviert", "javascript is disabled", "like us on", "may not be published, broadcast, rewritten",
    "muss nicht der meinung der redaktion", "mussen nicht der meinung der redaktion", "n'engage que son auteur",
    "n'engagent que leurs auteurs",
    "newsletter abonnieren", "newsletter anmelden", "otro dispositivo", "provision vom handler",
    "receive compensation when you click",
    "reserve aux abonnes", "reserved for subscribers", "riproduzione riservata", "riservato agli abbonati",
    "seguici su", "sie konnen ihn mit einem klick", "siga-nos", "sign up for our", "sign up for the ",
    "sign up to our", "siguenos en", "site uses cookies", "small commission", "straight to your inbox",
    "subscribe now to", "subscribe to our", "suivez-nous", "support our journalism", "telegram-канал",
    "this entry was posted",
    "to your inbox", "todos los derechos reservados", "todos os direitos reservados", "tous droits reserves",
    "trust principles", "und abgelegt unter", "tutti i diritti riservati", "unsubscribe at any time",
    "utilise des cookies",
    "utiliza cookies", "utilizza cookies", "verwenden cookies", "verwendet cookies", "we use cookies",
    "website uses cookies", "whatsapp channel", "whatsapp-kanal", "you can unsubscribe", "zum newsletter",
    "телеграм-канал", "未经授权", "無断転載", "版权所有", "무단 전재", "무단전재",
});
constexpr auto kWeak = std::to_array<std::string_view>({
    "abonnenten", "abonnieren", "app store", "consent", "contrasena", "cookie", "datenschutzerklarung",
    "e-mail-adresse", "einwilligung", "email address", "external content", "externe inhalte", "follow ", "free trial",
    "google news", "google play", "inbox", "log in", "newsletter", "nutzungsbedingungen", "password", "per month",
    "personenbezogene daten", "podcasts", "politica de privacidad", "politique de confidentialite", "privacy notice",
    "privacy policy", "pro monat", "register", "sign in", "sign up", "subscri", "subscribe", "suscri",
    "terms and conditions", "terms of service", "terms of use", "tu cuenta", "unsubscribe", "your account",
});
// clang-format on

}  // namespace

std::span<const std::string_view> boilerplate_phrases() {
  return kStrong;
}

std::span<const std::string_view> boilerplate_weak_phrases() {
  return kWeak;
}

}  // namespace morgue::webpage
