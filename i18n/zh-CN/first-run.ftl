# 首次使用：三步建好工作区。
first-run-steps = 步骤
first-run-step = 第 { $step } 步，共 { $steps } 步
first-run-file = 文件与口令
first-run-who = 您与本单位
first-run-begin = 第一个项目
first-run-made = 工作区已建好，用刚才设置的口令打开。恢复密钥仍可在此保存。
first-run-who-hint = 新项目的乙方默认为本单位，标识印在验收报告封面上。以上内容以后均可在“设置”中修改。
first-run-role = 您的职务
first-run-email = 您的电子邮件
first-run-skip = 暂时跳过
first-run-save = 保存并继续
first-run-begin-title = 从哪里开始？
first-run-project = 新建第一个项目
first-run-project-hint = 填写编号、名称、甲方和阶段，本单位已自动填好。
first-run-sample = 先看看示例
first-run-sample-hint = 内容齐全的完整项目，单独成一个文件，并有边做边学的导览。您的工作区随时可回来使用。
first-run-empty = 直接打开工作区
