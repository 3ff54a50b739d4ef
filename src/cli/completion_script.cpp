// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/completion_script.h"

namespace morgue::cli {
namespace {

// Bash cuts the line at : and =, too; the program wants words as the shell will read them, up to the cursor.
constexpr const char* kBash = R"sh(# bash completion for morgue, made by `morgue help --completion bash`
_morgue() {
  local rest=${COMP_LINE:0:COMP_POINT} part i
  local -a words=() reply=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    part=${rest#"${rest%%[![:space:]]*}"}
    if ((${#words[@]} > 0)) && [[ $part == "$rest" && -n $rest ]]; then
      ((i == COMP_CWORD)) || part=${COMP_WORDS[i]}
      words[-1]+=$part
    else
      ((i == COMP_CWORD)) || part=${COMP_WORDS[i]}
      words+=("$part")
    fi
    rest=${rest#"${rest%%[![:space:]]*}"}
    rest=${rest#"$part"}
  done
  mapfile -t reply < <("$1" complete --shell bash -- "${words[@]:1}" 2>/dev/null)
  COMPREPLY=("${reply[@]:1}")
  case ${reply[0]} in
    files) compopt -o default ;;
    folders) compopt -o dirnames ;;
    nospace) compopt -o nospace -o nosort ;;
    *) compopt -o nosort ;;
  esac
} 2>/dev/null
complete -F _morgue morgue
)sh";

constexpr const char* kZsh = R"sh(#compdef morgue
# zsh completion for morgue, made by `morgue help --completion zsh`
_morgue() {
  local -a reply texts shown
  local line text help
  reply=("${(@f)$(${words[1]} complete --shell zsh -- "${(@Q)words[2,CURRENT-1]}" "${(Q)IPREFIX}${(Q)PREFIX}" 2>/dev/null)}")
  case $reply[1] in
    files) _files; return ;;
    folders) _files -/; return ;;
  esac
  for line in "${(@)reply[2,-1]}"; do
    text=${line%%$'\t'*}
    help=${line#*$'\t'}
    texts+=("$text")
    shown+=("$text${help:+  -- $help}")
  done
  (( ${#texts} )) || return 1
  if [[ $reply[1] == nospace ]]; then
    compadd -U -V morgue -S '' -l -d shown -- "${(@)texts}"
  else
    compadd -U -V morgue -l -d shown -- "${(@)texts}"
  fi
}
if [[ $funcstack[1] == _morgue ]]; then
  _morgue "$@"
else
  compdef _morgue morgue
fi
)sh";

constexpr const char* kFish = R"sh(# fish completion for morgue, made by `morgue help --completion fish`
function __morgue_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l reply ($words[1] complete --shell fish -- $words[2..-1] "$typed" 2>/dev/null)
    switch "$reply[1]"
        case files
            __fish_complete_path "$typed"
        case folders
            __fish_complete_directories "$typed"
        case '*'
            printf '%s\n' $reply[2..-1]
    end
end
complete -c morgue -f -k -a '(__morgue_complete)'
)sh";

}  // namespace

std::string completion_script(const std::string& shell) {
  if (shell == "zsh") return kZsh;
  return shell == "fish" ? kFish : kBash;
}

}  // namespace morgue::cli
