### 各ページの部品が自ら表示する文言。

title = { $page } · Nightlatch
loading = 読み込み中
offline = オフラインの間は表示できません。
try-again = もう一度試す
needs-factor = この操作には二要素認証が必要です。
cancel = キャンセル
close = 閉じる
leave = 離れる
stay = このページに残る
load-more = さらに読み込む
protected = 二要素認証で保護されています
language = 言語
help = ヘルプ
    .aside = ヘルプ（新しいタブ）
separator = 、

code-label = 認証コード
code-description = アプリに表示されている { $lengths } 桁の数字です。
show-password = 入力内容を表示
clear = 「{ $label }」を消去
found = { $count ->
    [0] 該当する人はいません。
   *[other] { $count } 人見つかりました。
}

copied = コピーしました
not-copied = お使いのブラウザーでは、ここでのコピーが許可されていません。

rename = { $name } の名前を変更
rename-label = 名前
rename-action = 名前を変更

part-of-whole = { $part } / { $whole }
as-table = 表で表示
as-csv = CSV

setup-key = セットアップキー：{ $key }
setup-key-hint = 点にポインターを合わせるか、タップすると、キーが表示されます。
copy-key = キーをコピー
