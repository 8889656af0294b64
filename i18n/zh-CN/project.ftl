project-new = 新建项目
