// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/boilerplate.h"

#include <gtest/gtest.h>

#include "text/normalise.h"
#include "webpage/captions.h"

namespace morgue::webpage {
namespace {

bool boilerplate(std::string_view text, double link_share = 0) {
  return is_boilerplate(text::fold_value(text), link_share);
}

TEST(Boilerplate, IsKnownInManyLanguages) {
  for (const char* text : {"Advertisement",
                           "12 Comments",
                           "Read more »",
                           "Lesen Sie auch: Die Fähre bleibt",
                           "ANZEIGE",
                           "À lire aussi",
                           "Lea también: El puente no llega",
                           "Leia mais",
                           "Leggi anche: il ponte",
                           "Lees ook: de veerboot",
                           "Les også",
                           "Читайте также: мост",
                           "関連記事",
                           "© 2031 The Quay. All rights reserved.",
                           "Sign up for our newsletter!",
                           "Tags: ferry, harbour",
                           "***",
                           "This entry was posted in Harbour by Bo Lind.",
                           "Les opinions exprimées ici n'engagent que leurs auteurs.",
                           "This website uses cookies to keep your settings."}) {
    EXPECT_TRUE(boilerplate(text)) << text;
  }
}

TEST(Boilerplate, IsNoSentenceOfAnArticle) {
  for (const char* text :
       {"More than forty ferries were built there.", "Watch the tide, the old masters say.",
        "Posted on a lamp at the quay was a note, and it named the thief.",
        "He asked readers for comments on the plan.", "The privacy policy of the port became an issue in the campaign.",
        "Share prices of the yard fell.", "Bitte kam keine von ihm."}) {
    EXPECT_FALSE(boilerplate(text)) << text;
  }
}

TEST(Boilerplate, OpeningsThatBeginSentencesNeedALink) {
  EXPECT_FALSE(boilerplate("More on the quay than in the water, the crew waited for the storm to pass over."));
  EXPECT_TRUE(boilerplate("More on the quay than in the water, the crew waited for the storm to pass over.", 0.9));
}

TEST(Teaser, EndsInItsLink) {
  EXPECT_TRUE(is_teaser("the province says no, and the town says yes. mehr"));
  EXPECT_TRUE(is_teaser("the province says no [read more]"));
  EXPECT_FALSE(is_teaser("the province says no more often than yes."));
}

TEST(Caption, EndsInACredit) {
  for (const char* text : {"The ferry at its berth (Photo: Bo Lind)", "Die Fähre am Kai. Foto: Bo Lind/Kaibild",
                           "A storm nears. Bo Lind/Getty Images", "The bridge that is not there © Bo Lind"}) {
    EXPECT_TRUE(is_caption(text::fold_value(text))) << text;
  }
  for (const char* text : {"The photo was taken by a passer-by, and it shows nobody at the helm of the boat.",
                           "He credits his crew. They credit the weather, and rightly so, says the harbour master."}) {
    EXPECT_FALSE(is_caption(text::fold_value(text))) << text;
  }
}

}  // namespace
}  // namespace morgue::webpage
