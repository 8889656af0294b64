project-new = New project
