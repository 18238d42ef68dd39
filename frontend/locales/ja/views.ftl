### 絞り込んで名前を付けて保存した一覧。

title = 保存した絞り込み
about = このブラウザーに保存され、あなただけが使えます。
close = 閉じる
cancel = キャンセル
shown = 表示中

save = この絞り込みを保存
    .first = 先に一覧を絞り込むと、ここに保存できます。
    .name = この絞り込みの名前
    .hint = 例：「期限切れのマネージャー」
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
