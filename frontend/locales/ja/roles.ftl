### 人ができること：ロールと、それぞれが許可すること。

title = ロール
intro = ロールは権限の組み合わせです。複数のロールを持つ人は、そのすべての権限を持ちます。
built-in = 組み込みのロール
own = 組織独自のロール
no-own = まだありません。多くの組織では、組み込みのロールで十分です。

## 表

role = ロール
permissions = 権限
no-permissions = 自分のアカウントのみ
users = ユーザー
nobody = なし
people = { $users } 人のユーザー
changes = 操作
change = 変更…
    .spoken = { $role } を変更…
delete = 削除…
    .spoken = { $role } を削除…

## 作成または変更するロール

create = ロールの作成
    .action = ロールを作成
    .done = ロール { $role } を作成しました。
edit = ロール { $role } の変更
    .effect = { $users } 人のユーザーに、次のリクエストから新しい権限が適用されます。
    .action = ロールを保存
    .done = ロール { $role } を変更しました。
name = 名前
    .description = 例：help-desk。後から変更できません。
    .too-long = 名前は { $most } 文字までです。
    .start = 名前は半角の英小文字で始めてください。
    .characters = 名前に使えるのは、半角の英小文字、数字、ハイフンだけです。
description = 説明（任意）
not-yours = あなた自身がこの権限を持っていません。
cancel = キャンセル

## 削除するロール

remove = ロール { $role } を削除しますか？
    .warning = 元に戻せません。このロールで行われたことは、監査ログに残ります。
    .users = このロールを持つユーザー
    .close = 閉じる
    .action = ロールを削除
    .done = ロール { $role } を削除しました。

## うまくいかなかった理由

refused =
    .role_in_use = このロールは使用中です。誰かが持っているか、ログインポリシーの段階で使われています。その人たちに別のロールを与えるか、その段階をポリシーから外してから、削除してください。
    .not_permitted = ロールで許可できるのは、あなた自身ができることだけです。特権管理者なら行えます。
    .not_found = その間に、誰かがこのロールを削除しました。
