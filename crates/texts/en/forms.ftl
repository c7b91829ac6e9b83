### Forms of dates, times, money and votes.

# A fact that the refusal or event does not state.
absent = not known

# Personal data: the key is destroyed, or the reader may not see them.
erased = (erased)
withheld = (not shown)

date-on-screen = { $day } { month } { $year }
date-in-document = { $day } { month } { $year }
moment = { $hour }:{ $minute } on { $date } (Viet Nam time)
money = VND { $amount }

month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

tally = { $tally_votes_for } for, { $tally_votes_against } against{ $tally_abstained ->
    [0] { "" }
   *[other] , { $tally_abstained } abstained
}
