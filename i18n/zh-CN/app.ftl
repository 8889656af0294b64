app-name = 合符
app-window-title = { $project } – { app-name }
app-items = { $count } 项
app-english = 英文
app-chinese = 中文
app-language = 语言
app-theme = 外观
app-theme-light = 浅色
app-theme-dark = 深色
app-places = 导航
app-sections = 项目栏目
app-pages = 本处页面
app-group-agreed = 约定
app-group-delivering = 执行
app-group-closing = 收口
app-more = 更多
app-waiting = { $count } 项待处理
app-place-today = 今日
app-place-projects = 项目
app-place-workspace = 工作区
app-lock = 锁定
app-section-overview = 概览
app-section-scope = 范围
app-section-parties = 相关方
app-section-acceptance = 验收
app-section-documents = 文件
app-section-journal = 审计日志
app-save = 保存
app-clock-confirm = 时钟正确
app-clock-confirmed = 已确认并记入日志，请重试。
app-cancel = 取消
app-clear = 清除
app-close = 关闭
app-edit = 编辑
app-add = 添加
app-remove = 移除
app-undo = 撤销
app-redo = 重做
app-consent-undo = 确认撤销这项操作？
app-consent-redo = 确认重做这项操作？
app-consent-earlier = 这项操作于 { $at } 完成，早于本次打开工作区。
app-consent-no-project = 这项操作于 { $at } 完成，不属于任何项目。
app-consent-undo-now = 确认撤销
app-consent-redo-now = 确认重做
app-in-project = 项目：{ $project }
app-open = 打开
app-try-again = 重试
app-continue = 继续
app-back = 返回
app-choose-file = 选择文件
app-filter = 筛选
app-nothing-found = 没有找到
app-rows-shown = { $shown } / { $all }
app-none = 无
app-not-set = 未填写
app-required = 此项必填。
app-page-failed = 此页无法显示
app-page-failed-hint = 记录完好无损。请重试，或打开其他页面。
app-kind-workspace = 合符工作区
app-kind-pdf = PDF 文件
app-kind-table = 表格
app-kind-any = 文件
app-copied = 已复制。
app-table-export = 按当前显示导出表格（Excel 或 CSV）
app-table-exported = 已导出 { $rows } 行至 { $path }
app-file-waits = { $path } 等待打开，请先锁定当前工作区。
# 工作区所在文件夹由其他程序在多台电脑之间同步。
app-synchronised =
    此文件夹由“{ $by ->
        [one_drive] OneDrive
        [dropbox] Dropbox
        [i_cloud] iCloud 云盘
        [google_drive] Google 云端硬盘
        [nutstore] 坚果云
        [baidu] 百度网盘
        [we_drive] 企业微信微盘
        [wps] WPS 云盘
        [syncthing] Syncthing
        [nextcloud] Nextcloud
       *[resilio] Resilio Sync
    }”在多台电脑之间同步。请一次只在一台电脑上工作：在那里关闭合符，等同步完成后再到别处打开。如果文件被另一版本替换，合符会停止写入，并把两个版本都保留下来。更稳妥的做法：把工作区放在该文件夹之外，只把第二备份文件夹设在里面。
app-left-behind = 此文件有 { $here } 条日志，而最近的自动备份有 { $entries } 条，或内容不同（{ $backup }）。这里可能是较旧或另一份副本。请先核对再继续；备份可在“工作区”中恢复。
