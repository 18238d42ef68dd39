### これから決めるパスワード。

shortest = { $count } 文字以上。
advice = ほかで使っていない単語をいくつか組み合わせると、よいパスワードになります。
too-short = 短すぎます。あと { $missing } 文字必要です。

strength =
    .very-weak = 強度：とても弱い。
    .weak = 強度：弱い。
    .fair = 強度：普通。
    .good = 強度：良好。
    .strong = 強度：強い。

suggestion =
    .l33t = 「a」を「@」にするような、予想しやすい置き換えは避けてください。
    .reverseWords = よく使われる単語を逆にしたものは避けてください。
    .allUppercase = すべてではなく、一部の文字を大文字にしてください。
    .capitalization = 先頭以外の文字も大文字にしてください。
    .dates = ご自身に関係する日付や年は避けてください。
    .recentYears = 最近の年は避けてください。
    .associatedYears = ご自身に関係する年は避けてください。
    .sequences = よくある文字の並びは避けてください。
    .repeated = 単語や文字の繰り返しは避けてください。
    .longerKeyboardPattern = キーボード上の並びはより長くし、向きを何度か変えてください。
    .anotherWord = あまり使われない単語を追加してください。
    .useWords = 複数の単語を使い、決まり文句は避けてください。
    .noNeed = 記号、数字、大文字を使わなくても、強いパスワードは作れます。
    .pwned = このパスワードをほかでも使っている場合は、変更してください。

warning =
    .straightRow = キーボードの一列の並びは推測されやすいです。
    .keyPattern = キーボード上の短い並びは推測されやすいです。
    .simpleRepeat = 「aaa」のような文字の繰り返しは推測されやすいです。
    .extendedRepeat = 「abcabcabc」のような繰り返しは推測されやすいです。
    .sequences = 「abc」のようなよくある並びは推測されやすいです。
    .recentYears = 最近の年は推測されやすいです。
    .dates = 日付は推測されやすいです。
    .topTen = 非常によく使われているパスワードです。
    .topHundred = よく使われているパスワードです。
    .common = 一般的に使われているパスワードです。
    .similarToCommon = 一般的に使われているパスワードに似ています。
    .wordByItself = 単語一つだけでは推測されやすいです。
    .namesByThemselves = 名前や名字だけでは推測されやすいです。
    .commonNames = よくある名前や名字は推測されやすいです。
    .userInputs = ご自身やこのページに関係する言葉は使わないでください。
    .pwned = このパスワードは、インターネット上の情報漏えいで流出したことがあります。
