// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/crontab.h"

#include <gtest/gtest.h>

#include "core/error.h"

namespace morgue::jobs {
namespace {

JobCommand job(const std::string& archive) {
  return {"/usr/bin/morgue", archive, 60, {}, {}};
}

TEST(Crontab, LineIsSafeForCronAndTheShell) {
  JobCommand odd = job("/srv/it's 100% news");
  odd.on_failure = "mail -s 'job failed' root";
  odd.path = "/opt/50%/bin:/usr/bin";
  EXPECT_EQ(cron_line(odd, "0 6 * * *"),
            "0 6 * * * MORGUE_ARCHIVE='/srv/it'\\''s 100\\% news' PATH='/opt/50\\%/bin:/usr/bin' nice -n 10 "
            "'/usr/bin/morgue' '--archive' '/srv/it'\\''s 100\\% news' '-q' 'reindex' '--wait' '60' "
            "'--on-failure' 'mail -s '\\''job failed'\\'' root' # " +
                odd.name());
}

TEST(Crontab, OnlyTheJobsOwnLineIsTouched) {
  const JobCommand ours = job("/srv/news");
  const JobCommand other = job("/srv/news2");
  const std::string foreign = "MAILTO=desk\n# nightly things\n5 4 * * * backup\n";
  const std::string first = cron_line(ours, "0 6 * * *");
  const std::string second = cron_line(other, "0 7 * * *");

  std::string text = with_job(foreign, ours, first);
  EXPECT_EQ(text, foreign + first + "\n");
  text = with_job(text, other, second);
  const std::string later = cron_line(ours, "0 8 * * *");
  text = with_job(text, ours, later);
  EXPECT_EQ(text, foreign + later + "\n" + second + "\n");
  EXPECT_EQ(job_line(text, ours), later);
  text = without_job(text, ours);
  EXPECT_EQ(text, foreign + second + "\n");
  EXPECT_FALSE(job_line(text, ours));
  EXPECT_EQ(without_job(without_job(text, other), other), foreign);
  EXPECT_EQ(with_job("", ours, first), first + "\n");
  EXPECT_EQ(with_job("1 1 * * * x", ours, first), "1 1 * * * x\n" + first + "\n");
}

TEST(JobCommand, NamesDifferAndAreHarmless) {
  EXPECT_NE(job("/a/news").name(), job("/b/news").name());
  EXPECT_TRUE(job("/a/my news;rm").name().starts_with("morgue-my_news_rm-"));
}

TEST(JobCommand, LineEndsAreRefused) {
  EXPECT_THROW(require_one_line(job("/srv/a\nb")), Error);
  EXPECT_NO_THROW(require_one_line(job("/srv/ä b")));
  JobCommand path = job("/srv/a");
  path.path = "/usr/bin\n* * * * * evil";
  EXPECT_THROW(require_one_line(path), Error);
}

}  // namespace
}  // namespace morgue::jobs
