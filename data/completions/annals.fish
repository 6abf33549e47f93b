# SPDX-License-Identifier: GPL-3.0-or-later
#
# Completes the commands, options, values and files of annals. The options and what is said of them
# are what the program itself lists.

function __annals_register --argument-names command
    for line in (annals $command --help 2>/dev/null)
        string match --quiet --regex '^ +(-(?<short>.), )?--(?<long>[a-z-]+)(?<value>=\S+)? *(?<what>.*)$' -- $line
        or continue
        set -l words complete -c annals -n "__fish_seen_subcommand_from $command" -l $long -d "$what"
        test -n "$short"; and set -a words -s $short
        if test -n "$value"
            switch $long
                case output source
                    set -a words -r -F
                case within
                    set -a words -x -a 'certain possible overlapping'
                case calendar
                    set -a words -x -a 'none julian old-style japanese french-republican hebrew islamic'
                case theme
                    set -a words -x -a 'light dark high-contrast dark-high-contrast print'
                case size
                    set -a words -x -a 'a4 a4-portrait a3 letter letter-portrait slide 4k poster poster-inch'
                case format
                    set -a words -x -a 'png svg pdf'
                case dpi
                    set -a words -x -a '96 150 300 600'
                case scale pages
                    set -a words -x -a '1 2 3 4'
                case locale
                    set -a words -x -a '(locale -a 2>/dev/null)'
                case '*'
                    set -a words -x
            end
        end
        $words
    end
end

complete -c annals -e
complete -c annals -n __fish_use_subcommand -a export
complete -c annals -n __fish_use_subcommand -a check
complete -c annals -n __fish_use_subcommand -a date
complete -c annals -n __fish_use_subcommand -a help
complete -c annals -n __fish_use_subcommand -l version
complete -c annals -n '__fish_seen_subcommand_from help' -x -a 'export check date'
__annals_register export
__annals_register check
__annals_register date
complete -c annals -n '__fish_seen_subcommand_from date' -f
functions --erase __annals_register
