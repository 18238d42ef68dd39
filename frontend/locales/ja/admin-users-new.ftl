### ユーザーの追加：招待、初期パスワード、ほかのシステムからのインポート。

cancel = キャンセル
close = 閉じる

## 招待

invite = ユーザーを招待
    .about = 一人ひとりに、3 日間有効なリンクのメールが届きます。パスワードは本人が決めます。
    .language = メールの言語
    .with-password = 代わりに、パスワード付きのアカウントを作成
    .action = { $count ->
        [0] 招待
        [1] 招待
       *[other] { $count } 人を招待
    }
addresses = メールアドレス
    .about = 一つでも複数でも構いません。カンマ、スペース、改行で区切ってください。
    .list = 招待する人
    .wrong = { $address }：アドレスではありません
    .found = { $count } 件のアドレス。
    .found-wrong = { $count } 件のアドレス。うち { $wrong } 件は正しくありません。
objection =
    .one = 「{ $address }」はメールアドレスではありません。
    .several = 「{ $address }」とほか { $more } 件はメールアドレスではありません。
    .too-many = 一度に招待できるのは { $most } 件までです。{ $count } 件あります。

## 招待の結果

sent = 招待を送信しました
    .partly = 招待できなかった人がいます
    .list = 一人ずつの結果
    .invited = 招待済み
    .not-invited = 未招待
    .again = 修正して再送信
sent-one = { $address } を招待しました。
    .others = { $address } を招待しました。{ $left } 人は招待できませんでした。理由は以下のとおりです。
sent-many = { $count } 人を招待しました。
    .others = { $count } 人を招待しました。{ $left } 人は招待できませんでした。理由は以下のとおりです。
sent-none = { $left } 人を招待できませんでした。理由は以下のとおりです。
remedy =
    .untried = まだ送信されていません。もう一度送信してください。
    .taken = すでにアカウントまたは招待があります。一覧で探してください。
    .wrong = メールアドレスではありません。修正して、もう一度送信してください。
    .broken = こちら側で問題が発生しました。もう一度送信してください。

## 初期パスワード付きのアカウント

create = アカウントを作成
    .email = メールアドレス
    .name = 名前
    .password = 初期パスワード
    .password-about = 15 文字以上。直接または電話で伝えてください。本人が「マイアカウント」で変更できます。
    .suggest = パスワードを提案
    .language = メールの言語
    .action = アカウントを作成
    .done = { $name } さんを追加しました。
roles = ロール

## ほかのシステムから

import = ユーザーをインポート
    .about = JSON Lines 形式のファイル（1 行に 1 人）から、ほかのシステムのパスワードハッシュ、認証アプリ、リカバリーコードごとインポートします。設定をやり直す必要はなく、メールも届きません。
    .example = 例をダウンロード
    .file = ファイル
    .no-file = 先にファイルを選択してください。
    .empty = このファイルは空です。
    .unreadable = このファイルを読み取れません。移動または変更された可能性があります。もう一度選択してください。
    .check = ファイルを確認
    .checking = { $file } を確認中
    .running = インポート中
    .stay = 完了するまで、このページを開いたままにしてください。
    .loss = インポート済みの人はそのまま残りますが、誤りのある行は確認できなくなります。続けるには、同じファイルをもう一度インポートしてください。
    .loss-checking = まだ何もインポートされていません。ファイルは最初から確認し直すことになります。
    .checked = { $file } の確認結果
    .again = 別のファイルを選択
    .action = { $count } 人をインポート
    .finished = インポートが完了しました

## ファイルの結果

possible = { $count } 人をインポートできます。
    .with-factor = { $count } 人をインポートできます。うち { $protected } 人は二要素認証があります。
imported = { $count } 人をインポートしました。
    .with-factor = { $count } 人をインポートしました。うち { $protected } 人は二要素認証があります。
no-password = { $count } 人は、先に「パスワードをお忘れですか？」からパスワードを設定します。
existing = { $count } 人はすでに登録されているため、変更されません。
failed = { $count } 行に問題があります。以下をご覧ください。
wrong = 問題のある行
    .line = 行
    .address = アドレス
    .what = 問題
    .in-field = { $message }（{ $field }）
    .first = 最初の { $count } 行を表示しています。
