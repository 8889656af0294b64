# The palette: finding records, places and commands.
search-or-command = Search or run a command
search-title = Search
search-hint = Search, or go somewhere, or do something
search-found =
    { $count ->
        [one] { $count } found
       *[other] { $count } found
    }
search-nothing = Nothing found
search-nothing-hint = Try fewer words, a number, or the first letters of the pinyin.
search-group-recent = Viewed recently
search-group-parties = Projects and parties
search-group-records = Records
search-group-documents = Documents
search-group-evidence = Evidence
search-group-places = Places
search-group-commands = Commands
search-key-move = move
search-key-choose = open
search-key-close = close
search-in-round = in { $number }
search-for-criterion = for { $number }
search-command-undo = Undo the last act
search-command-redo = Redo what was undone
search-command-lock = Lock the workspace
search-command-tour = Take the tour
search-command-back-up = Back up now
search-command-backed-up = Backed up to { $path }.
search-command-theme-light = Light theme
search-command-theme-dark = Dark theme
search-command-language-en = Show everything in English
search-command-language-zh = Show everything in Chinese
search-command-language-both = Show both languages side by side
