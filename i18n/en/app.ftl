app-name = Hefu
app-window-title = { $project } – { app-name }
app-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
