### 仅显示一次的恢复代码，以及内容相同的文件。

leaving = 不保存代码就离开吗？
    .text = 这些代码只在此时显示。没有它们，一旦手机丢失，您将无法登录，直到管理员协助。
save-now = 请立即保存这些代码：它们不会再次显示。手机丢失或损坏时，每个代码可供您登录一次。
heading = 恢复代码
organization = 组织
account = 账户
created = 创建日期
tick = 每用过一个代码，请打勾。剩下不多时，请在“我的安全”中生成新的：新代码会取代这里的所有代码。
advice = 每个代码只能使用一次。请将这张纸存放在只有您能找到的地方，并与手机分开保管。
copy = 复制代码
download = 下载代码
print = 打印代码
saved = 我已保存这些代码
    .first = 请先保存代码，再勾选此项。
continue = 继续

file-heading = { $organization } 的恢复代码
file-account = 账户：{ $account }
file-created = 创建日期：{ $date }
file-use = 验证器应用不在手边时，每个代码可供您登录一次。
file-advice = 请将它们存放在只有您能找到的地方，并与手机分开保管。
