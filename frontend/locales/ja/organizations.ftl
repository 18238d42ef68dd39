### このインストールを共有する組織。

title = 組織
    .intro = 組織ごとに、ユーザー、ロール、ログインポリシー、監査ログがあり、ほかの組織のものは見えません。

all = すべての組織
    .none = まだありません。
column =
    .name = 名前
    .address = ログイン用アドレス
    .users = ユーザー
    .created = 作成日
    .actions = 操作
users = { $users } 人
copy = コピー
    .of = コピー：{ $name } のログイン用アドレス
own = 自分の組織
administered = 現在管理中

rename = 名前を変更…
    .named = 「{ $name }」の名前を変更…
    .done = 「{ $before }」の名前を「{ $name }」に変更しました。
administer = 管理
    .named = { $name } を管理

create = 組織の作成
    .address = 組織ごとに固有のログイン用アドレスがあり、一覧に表示されます。複数の組織ができたら、ご自身の組織の人にもアドレスを知らせてください。アドレスがないと、ページにはどの組織の外観も表示されません。
    .name = 組織の名前
    .email = 最初の管理者のメールアドレス
    .administrator = 最初の管理者の名前（任意）
    .cancel = キャンセル
    .do = 組織を作成
created = { $organization } を作成しました
    .administrator = 最初の管理者は、{ $email } としてこのパスワードでログインします：
    .password = パスワード
    .pass-on = 直接または電話で伝えてください。再び表示されることはありません。
    .copy = パスワードをコピー
    .address = ログイン用アドレスは { $address } です。末尾を省くと、全員が使えるページになり、どの組織の外観も表示されません。
    .passed-on = 伝えました
    .done = { $organization } を作成しました。
leaving = パスワードを控えずに閉じますか？
    .loss = パスワードが表示されるのは今だけです。これがないと、{ $email } は最初のログインができません。
