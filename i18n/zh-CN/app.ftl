app-name = 合符
app-window-title = { $project } – { app-name }
app-items = { $count } 项
