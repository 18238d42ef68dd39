### ログイン後のどのページでも使える道具：なんでも検索、キーボードショートカット。

title = なんでも検索
hint = ページまたは操作
    .people = ページ、操作、またはユーザー
close = 閉じる
cancel = キャンセル
found = { $count ->
    [0] 見つかりませんでした。
   *[other] { $count } 件見つかりました。
}

pages = ページ
actions = 操作
people = ユーザー
order =
    .invite = ユーザーの招待
    .create-account = パスワード付きアカウントの作成
    .import = ユーザーのインポート
    .create-role = ロールの作成
    .make-key = API キーの作成
    .connect-provider = シングルサインオンのプロバイダーの接続
    .create-webhook = Webhook の作成
    .create-organization = 組織の作成
    .export-log = 監査ログのエクスポート
language = 言語：{ $language }
colours =
    .light = 配色：ライト
    .dark = 配色：ダーク
    .auto = 配色：システムに合わせる

shortcuts = キーボードショートカット
    .find = なんでも検索
    .search = ページの検索欄へ移動
    .new = このページで新規作成
    .help = ショートカットの一覧を表示
go-to = 「{ $page }」へ移動
then = 続けて
control = Ctrl
single-keys = 1 つのキーだけのショートカットを使う
    .about = 音声でコンピューターを操作する場合や、誤ってキーを押しやすい場合は、オフにしてください。

# $count is how many of them leave something out.
filters = { $count ->
    [0] 絞り込み
   *[other] 絞り込み（{ $count }）
}
views = 保存した絞り込み
    .about = このブラウザーに保存され、あなただけが使えます。
    .shown = 表示中

save = この絞り込みを保存
    .first = 先に一覧を絞り込むと、ここに保存できます。
    .name = この絞り込みの名前
    .hint = 例：「期限超過のマネージャー」
    .action = 保存
    .replace = 置き換え
    .done = 「{ $name }」を保存しました。
rename = 名前を変更
    .named = 「{ $name }」の名前を変更
    .label = 新しい名前
    .action = 名前を変更
    .taken = 同じ名前の絞り込みがあります。
    .done = 「{ $before }」の名前を「{ $name }」に変更しました。
delete = 削除
    .named = 「{ $name }」を削除
    .done = 「{ $name }」を削除しました。
