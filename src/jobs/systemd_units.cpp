// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/systemd_units.h"

namespace morgue::jobs {
namespace {

/// A path or text as the value of a setting that expands specifiers.
std::string literal(const std::string& text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '%') out += '%';
  }
  return out;
}

std::string quoted_path(const std::string& path) {
  std::string out = "\"";
  for (const char c : literal(path)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// What any manager can grant: system call filters need no privilege together with NoNewPrivileges.
constexpr const char* kSandbox =
    "NoNewPrivileges=yes\n"
    "LockPersonality=yes\n"
    "RestrictRealtime=yes\n"
    "RestrictSUIDSGID=yes\n"
    "SystemCallArchitectures=native\n"
    "UMask=0077\n";

/// What only the system's manager can: dumps may lie anywhere, so everything stays readable.
constexpr const char* kSystemSandbox =
    "ProtectSystem=strict\n"
    "ProtectHome=read-only\n"
    "PrivateDevices=yes\n"
    "ProtectClock=yes\n"
    "ProtectControlGroups=yes\n"
    "ProtectHostname=yes\n"
    "ProtectKernelLogs=yes\n"
    "ProtectKernelModules=yes\n"
    "ProtectKernelTunables=yes\n"
    "RestrictNamespaces=yes\n";

}  // namespace

std::string unit_argument(const std::string& argument) {
  std::string out = "\"";
  for (const char c : argument) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
    if (c == '%' || c == '$') out += c;
  }
  return out + '"';
}

std::string service_unit(const JobCommand& job, const UnitOptions& options) {
  std::string command;
  for (const std::string& argument : job.arguments()) {
    // The program's own path takes no specifier escapes for `$`, and needs no quotes unless it has blanks.
    command += (command.empty() ? "" : " ") + unit_argument(argument);
  }
  std::string environment;
  for (const auto& [name, value] : job.environment()) {
    environment += (environment.empty() ? "" : " ") + quoted_path(name + "=" + value);
  }
  std::string out =
      "# Written by morgue schedule; remove it with: morgue schedule remove\n"
      "[Unit]\n"
      "Description=Read new dumps into the news archive " +
      literal(job.archive.string()) +
      "\n"
      "Documentation=man:morgue(1)\n"
      "\n"
      "[Service]\n"
      "Type=oneshot\n"
      "Environment=" +
      environment +
      "\n"
      "ExecStart=" +
      command +
      "\n"
      // 3: some records were rejected, which `morgue status` tells; 75: another writer was at work all the time.
      "SuccessExitStatus=3 75\n"
      "Nice=10\n"
      "IOSchedulingClass=idle\n"
      "CPUSchedulingPolicy=batch\n";
  out += kSandbox;
  if (options.system) {
    if (!options.user.empty()) out += "User=" + literal(options.user) + "\n";
    out += kSystemSandbox;
    // What a hook reads from its standard input lies in /tmp meanwhile.
    out += "ReadWritePaths=" + quoted_path(job.archive.string()) + " -/tmp -/var/tmp\n";
  }
  return out;
}

std::string timer_unit(const JobCommand& job, const UnitOptions& options) {
  return "# Written by morgue schedule; remove it with: morgue schedule remove\n"
         "[Unit]\n"
         "Description=Timer of " +
         job.name() +
         ".service\n"
         "\n"
         "[Timer]\n"
         "OnCalendar=" +
         options.calendar +
         "\n"
         "Persistent=true\n"
         "RandomizedDelaySec=120\n"
         "\n"
         "[Install]\n"
         "WantedBy=timers.target\n";
}

}  // namespace morgue::jobs
