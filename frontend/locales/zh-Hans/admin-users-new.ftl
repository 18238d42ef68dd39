### 用户如何加入：通过邀请、使用初始密码，或从其他系统导入。

cancel = 取消
close = 关闭

## 邀请

invite = 邀请用户
    .about = 每个人都会收到一封含有链接的邮件，链接三天内有效，可用来自行设置密码。
    .language = 邮件语言
    .with-password = 改为创建一个带密码的账户
    .action = { $count ->
        [0] 邀请
        [1] 邀请
       *[other] 邀请 { $count } 人
    }
addresses = 邮箱地址
    .about = 一个或多个，以逗号、空格或换行分隔。
    .list = 受邀者
    .wrong = { $address }：不是邮箱地址
    .found = { $count } 个地址。
    .found-wrong = { $count } 个地址，其中 { $wrong } 个无效。
objection =
    .one = “{ $address }”不是邮箱地址。
    .several = “{ $address }”和另外 { $more } 个都不是邮箱地址。
    .too-many = 一次最多 { $most } 个：这里有 { $count } 个。

## 邀请的结果

sent = 邀请已发出
    .partly = 部分人未被邀请
    .list = 每个人的结果
    .invited = 已邀请
    .not-invited = 未邀请
    .again = 修改后重新发送
sent-one = 已邀请 { $address }。
    .others = 已邀请 { $address }。另有 { $left } 人未被邀请：原因见下方。
sent-many = 已邀请 { $count } 人。
    .others = 已邀请 { $count } 人。另有 { $left } 人未被邀请：原因见下方。
sent-none = { $left } 人未被邀请：原因见下方。
remedy =
    .untried = 尚未尝试：请重新发送。
    .taken = 已有账户或邀请。请在列表中查找。
    .wrong = 不是邮箱地址。请改正后重新发送。
    .broken = 我们这边出了问题：请重新发送。

## 使用初始密码的账户

create = 创建账户
    .email = 邮箱
    .name = 姓名
    .password = 初始密码
    .password-about = 至少 15 个字符。请当面或通过电话告知对方；对方可在“我的账户”中更改。
    .suggest = 推荐一个密码
    .language = 邮件语言
    .action = 创建账户
    .done = 已添加 { $name }。
roles = 角色

## 从其他系统导入

import = 导入用户
    .about = 从 JSON Lines 文件导入，每行一人，包括其在其他系统中的密码哈希、验证器和恢复代码。没有人需要重新设置，也没有人会收到邮件。
    .example = 下载示例
    .file = 文件
    .no-file = 请先选择文件。
    .empty = 此文件是空的。
    .unreadable = 无法读取此文件。它可能已被移动或更改：请重新选择。
    .check = 检查文件
    .checking = 正在检查 { $file }
    .running = 正在导入
    .stay = 完成之前，请不要关闭此页面。
    .loss = 已导入的人会保留，但您将看不到哪些行有误。要继续，请再次导入同一个文件。
    .loss-checking = 尚未导入任何内容。需要从头重新检查该文件。
    .checked = { $file } 的检查结果
    .again = 换一个文件
    .action = 导入 { $count } 人
    .finished = 导入已完成

## 文件的结果

possible = 可以导入 { $count } 人。
    .with-factor = 可以导入 { $count } 人，其中 { $protected } 人有双重验证。
imported = 已导入 { $count } 人。
    .with-factor = 已导入 { $count } 人，其中 { $protected } 人有双重验证。
no-password = { $count } 人需要先通过“忘记密码？”设置密码。
existing = { $count } 人已存在，保持不变。
failed = { $count } 行有误：见下方。
wrong = 有误的行
    .line = 行
    .address = 地址
    .what = 问题
    .in-field = { $message }（{ $field }）
    .first = 显示前 { $count } 行。
