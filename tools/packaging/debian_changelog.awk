# debian_changelog.awk: CHANGELOG.md (Keep a Changelog) in the form of a Debian changelog.
#   awk -v version=0.1.0 -v maintainer='NAME <ADDRESS>' -f debian_changelog.awk CHANGELOG.md
# The newest version must be the one that is packed. One that has no date yet gets that of SOURCE_DATE_EPOCH or today.

function fail(reason) {
    print "CHANGELOG.md: " reason > "/dev/stderr"
    failed = 1
    exit 1
}

# Writes the words of `text` in lines of 78, the first after `lead`, the others as far to the right.
function write(lead, text,    words, count, line, word) {
    count = split(text, words, " ")
    line = lead
    for (word = 1; word <= count; ++word) {
        if (length(line) > length(lead) && length(line) + length(words[word]) + 1 > 78) {
            print line
            line = sprintf("%" length(lead) "s", "")
        }
        line = line (line ~ /[^ ]$/ && line != lead ? " " : "") words[word]
    }
    print line
}

function end_item() {
    if (item != "" && !in_section) {
        print ""
        in_section = 1
    }
    if (item != "") {
        write("  * ", item)
    }
    item = ""
}

function end_version(    command, day) {
    end_item()
    if (entries == 0) {
        return
    }
    command = "LC_ALL=C date -u -R -d '" date "'"
    if ((command | getline day) != 1) {
        fail("no day: " date)
    }
    close(command)
    print "\n -- " maintainer "  " day
}

/^## / {
    end_version()
    if (!match($0, /[0-9]+\.[0-9]+\.[0-9]+/)) {
        fail("no version in: " $0)
    }
    this_version = substr($0, RSTART, RLENGTH)
    if (entries == 0 && this_version != version) {
        fail("the newest version is " this_version ", but " version " is packed")
    }
    date = match($0, /[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]/) ? substr($0, RSTART, RLENGTH) \
        : ENVIRON["SOURCE_DATE_EPOCH"] != "" ? "@" ENVIRON["SOURCE_DATE_EPOCH"] : "now"
    print (entries++ ? "\n" : "") "koppelkans (" this_version ") bookworm; urgency=medium"
    in_section = 0
    next
}
entries == 0 { next } # what stands above the first version
/^### / {
    end_item()
    print "\n  [ " substr($0, 5) " ]"
    in_section = 1
    next
}
/^- / {
    end_item()
    item = substr($0, 3)
    next
}
/[^ ]/ { item = item " " $0 }

END {
    if (!failed) {
        if (entries == 0) {
            fail("it names no version")
        }
        end_version()
    }
}
