### The demo season and the demo.

season-title = DEMO SEASON (EVERYTHING IS MADE UP)
season-folder = Folder of the data: { $folder }
season-campaign = Campaign { $campaign }, stopped at: { $stop }
season-work = { $commands } commands over the API for { $nominations } nominations in { $seconds } seconds
season-count = { $count } × { $state }
season-nominee = { $code } { $nomination } { $name }: { $state }
season-decision = Decision { $decision }: { $collective } collectives, { $individual } individuals
season-prizes = Prizes by the rules: { $collective } for each collective, { $individual } for each individual, { $total } in all
season-as-it-must = It came out as it must.
season-people = People of the demo (everybody is made up); their tokens lie in these files:
season-desks = What waits; paste a line to see it:
season-desk = { $count } for { $role }, { $name } ({ $unit_name }):
season-one-nomination = One nomination, { $code }:
