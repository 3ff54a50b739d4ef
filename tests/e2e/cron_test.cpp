// SPDX-License-Identifier: GPL-2.0-or-later
// Debian's own cron runs what `morgue schedule install --cron` wrote. In a mount namespace of its own: the crontabs of
// this machine are neither seen nor touched.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

namespace fs = std::filesystem;

// The next minute may be a second away, and cron reads the crontab at its beginning: the one after that, then.
constexpr const char* kScript = R"sh(set -eu
mount -t tmpfs -o "mode=1730,gid=$(getent group crontab | cut -d: -f3)" none /var/spool/cron/crontabs
mount -t tmpfs none /run
mount -t tmpfs none /etc/cron.d
mount --bind /dev/null /etc/crontab
echo '0 0 1 1 * true # somebody else' | crontab -
cron -f & daemon=$!
sleep 2 # it notices changes by the second
trap 'kill $daemon' EXIT
"$MORGUE" --archive "$ARCHIVE" schedule install --cron --at "$(date -d '+65 seconds' +'daily %H:%M')" \
  --on-success 'cat > "$MORGUE_ARCHIVE/../summary.json"; command -v morgue > "$MORGUE_ARCHIVE/../found"'
"$MORGUE" --archive "$ARCHIVE" schedule show
for i in $(seq 1400);
do
  [ ! -s "$ARCHIVE/../found" ] || break
  sleep 0.1
done
"$MORGUE" --archive "$ARCHIVE" schedule remove
crontab -l > "$ARCHIVE/../crontab"
)sh";

TEST(Cron, RunsTheJobThatIsScheduled) {
    const TempDir folder;
    const auto has = [&](const std::string& command) {
      return run({"sh", "-c", command + " > /dev/null 2>&1"}, folder.path()).exit_code == 0;
    };
    if (!has("command -v cron && command -v crontab")) GTEST_SKIP() << "cron is not installed";
    if (::geteuid() != 0 || !has("unshare -m mount -t tmpfs none /run")) {
      GTEST_SKIP() << "a cron of one's own needs root and mount namespaces";
    }
    // All that the shell, cron and both could stumble over.
    const fs::path odd = folder.path() / "it's 100% \"news\" $HOME";
    fs::create_directories(odd);
    folder.write("dump.jsonl", "{\"id\":\"1\",\"title\":\"One\",\"text\":\"Fog.\"}\n");
    const std::string archive = (odd / "archive").string();
    run({MORGUE_BINARY, "--archive", archive, "collection", "add", "nightly", (folder.path() / "dump.jsonl").string()},
        folder.path());
    ASSERT_TRUE(fs::exists(archive));
    const std::string script = folder.write("script", kScript).string();
    const std::string path = fs::path(MORGUE_BINARY).parent_path().string() + ":/usr/sbin:/usr/bin:/sbin:/bin";
    const auto result = run({"env", "MORGUE=" + std::string(MORGUE_BINARY), "ARCHIVE=" + archive, "PATH=" + path,
                             "HOME=" + folder.path().string(), "unshare", "-m", "sh", script},
                            folder.path());
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    EXPECT_NE(result.out.find("cron  "), std::string::npos) << result.out;
    EXPECT_NE(result.out.find("next "), std::string::npos) << result.out;
    const std::string summary = read_file(odd / "summary.json");
    EXPECT_NE(summary.find("\"exit_code\":0"), std::string::npos) << summary << result.out << result.err;
    EXPECT_NE(summary.find("\"added\":1"), std::string::npos) << summary;
    EXPECT_EQ(read_file(odd / "found"), MORGUE_BINARY "\n") << "hooks find what was found when the job was scheduled";
    EXPECT_EQ(read_file(odd / "crontab"), "0 0 1 1 * true # somebody else\n");
  }

}  // namespace
}  // namespace morgue::test
