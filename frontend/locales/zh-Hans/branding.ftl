### 组织如何展示自己：登录前的每个页面。

sign-in = 登录 { $organization }
help = 需要帮助？请联系 <contact/>。
    .note = 需要帮助？请联系 <contact/>（{ $note }）。

title = 品牌展示
intro = 您的组织在登录页面和邮件中如何展示自己。
read-only = 您可以查看品牌展示；管理员可以更改。
save = 保存品牌展示
discard = 放弃更改
unsaved = 尚未保存
    .wrong = 尚未保存：请先更正标出的内容
saved = 品牌展示已保存。
stale = 在此期间，有其他人更改了品牌展示。已载入其设置，并保留您的更改：请检查后再次保存，或放弃您的更改。
leave = 不保存就离开吗？
    .loss = 您对品牌展示的更改尚未保存。

address = 登录地址
    .about = 您组织中的人在此登录，并看到此外观。邮件中的链接也指向这里。
    .copy = 复制
    .spoken = 复制登录地址
logo = 标志
    .now = 当前标志
    .none = 还没有标志。
    .file = 选择标志，或拖放到此处
    .about = 不超过 64 KiB 的 PNG，宽和高均不超过 512 像素。立即生效。
    .saved = 标志已生效。
    .remove = 移除标志
    .removed = 标志已移除。
    .invalid_png = 这不是完整的 PNG 图片。
    .too_large = 文件超过 64 KiB。
    .too_many_pixels = 图片的宽或高超过 512 像素。
    .animated = 图片是动画。标志必须是静止的。

accent = 强调色
    .chooser = 颜色
    .typed = 十六进制代码
    .none = 未指定颜色：页面和邮件沿用 Nightlatch 的蓝色。
    .wrong = 颜色是 # 加上六个数字或 a 到 f 的字母，例如 #3c58b3。
contrast =
    .black = 按钮上的文字为黑色，对比度为 { $ratio } 比 1。
    .white = 按钮上的文字为白色，对比度为 { $ratio } 比 1。
    .darker = 浅色页面上的链接会更深，以便阅读。
    .lighter = 深色页面上的链接会更浅，以便阅读。
    .between = { "" }

support = 帮助
contact = 联系方式
    .about = 邮箱地址，或以 https:// 开头的页面。显示在登录前的每个页面和每封邮件中。
    .missing = 请填写联系方式，或将说明也留空。
    .wrong = 这既不是邮箱地址，也不是以 https:// 开头的页面。
note = 说明
    .about = 事先需要知道的事，例如服务时间。

preview = 预览
    .about = 登录页面将会是这个样子。
    .light = 浅色页面
    .dark = 深色页面
    .button = 登录
    .link = 忘记密码？
