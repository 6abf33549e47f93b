# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Completes the commands, options, values and files of annals. The options are those that the
# program itself lists, so that they are always those of the program that is run.

# _annals_options COMMAND: the options of a command, "--name=" when it takes a value.
_annals_options () {
  "${COMP_WORDS[0]}" "$1" --help 2>/dev/null \
    | sed -n -e 's/^ \{1,\}\(-., \)\{0,1\}\(--[a-z-]\{1,\}=\{0,1\}\).*/\2/p'
}

# _annals_words WORDS…: those of the words that begin as what is typed does.
_annals_words () {
  local word
  for word in "$@"; do
    [[ $word == "$cur"* ]] && COMPREPLY+=("$word")
  done
}

# _annals_files ENDING…: files of these endings, and folders.
_annals_files () {
  local file ending
  compopt -o filenames 2>/dev/null
  while IFS= read -r file; do
    if [[ -d $file ]]; then
      COMPREPLY+=("$file")
      continue
    fi
    for ending in "$@"; do
      [[ ${file,,} == *"$ending" ]] && COMPREPLY+=("$file") && break
    done
  done < <(compgen -f -- "$cur")
}

# _annals_value OPTION: what the option can be set to; fails when it takes no value.
_annals_value () {
  case $1 in
    --output | -o) _annals_files .png .svg .pdf ;;
    --source | -s) _annals_files .txt .html .htm .xml ;;
    --within) _annals_words certain possible overlapping ;;
    --calendar) _annals_words none julian old-style japanese french-republican hebrew islamic ;;
    --theme) _annals_words light dark high-contrast dark-high-contrast print ;;
    --size) _annals_words a4 a4-portrait a3 letter letter-portrait slide 4k poster poster-inch ;;
    --format) _annals_words png svg pdf ;;
    --scale) _annals_words 1 2 3 4 ;;
    --dpi) _annals_words 96 150 300 600 ;;
    --pages) _annals_words 1 2 3 4 ;;
    --locale | -l)
      local locales
      mapfile -t locales < <(locale -a 2>/dev/null)
      _annals_words "${locales[@]}"
      ;;
    --range | --break | --lanes | --closed | --title | --source-line) ;;
    *) return 1 ;;
  esac
  return 0
}

_annals () {
  local cur=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local command=${COMP_WORDS[1]} options
  COMPREPLY=()

  # Where "=" parts words, "--theme=da" is three.
  if [[ $cur == = ]]; then
    cur=
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD - 2]}
  fi

  if ((COMP_CWORD == 1)); then
    if [[ $cur == -* ]]; then
      _annals_words --help --version
    else
      _annals_words export check date help
      _annals_files .xml .txt .html .htm
    fi
    return
  fi

  case $command in
    help) ((COMP_CWORD == 2)) && _annals_words export check date ;;
    export | check)
      if _annals_value "$previous"; then
        return
      elif [[ $cur == -* ]]; then
        mapfile -t options < <(_annals_options "$command")
        _annals_words "${options[@]}"
        [[ ${COMPREPLY[*]} == *= ]] && compopt -o nospace 2>/dev/null
      else
        _annals_files .xml .txt .html .htm
      fi
      ;;
    date)
      if _annals_value "$previous"; then
        return
      elif [[ $cur == -* ]]; then
        mapfile -t options < <(_annals_options "$command")
        _annals_words "${options[@]}"
        [[ ${COMPREPLY[*]} == *= ]] && compopt -o nospace 2>/dev/null
      fi
      ;;
    *) _annals_files .xml .txt .html .htm ;;
  esac
}

complete -F _annals annals
