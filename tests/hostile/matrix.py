"""Who may do what, where: one line for every address, method and state.

A line says what most people are answered, then who is answered otherwise. `in` leads to the sign-in
page. What is unseen is 404 for everybody alike, what is seen and refused is 403, or 401 where
signing in would help. Forms and JSON are sent as `BODIES` has them, else empty.
"""

from datetime import timedelta

from django.utils import timezone

PAGES = """
healthz GET /healthz 200
readyz GET /readyz 200
home GET / 200
consultations GET /consultations/ 200
consultation GET /consultations/{consultation.slug}/ 200
consultation GET /consultations/{draft.slug}/ 404; organiser 200
consultation-newer GET /consultations/{consultation.slug}/newer/ 200
consultation-newer GET /consultations/{draft.slug}/newer/ 404; organiser 200
consultation-following GET /consultations/{consultation.slug}/following/ 200; nobody in
consultation-following POST /consultations/{consultation.slug}/following/ 302; nobody in
consultation-following GET /consultations/{draft.slug}/following/ 404; nobody in; organiser 200
consultation-following POST /consultations/{draft.slug}/following/ 404; nobody in; organiser 302
proposal-following GET /proposals/{shade.pk}/following/ 200; nobody in
proposal-following POST /proposals/{shade.pk}/following/ 302; nobody in
proposal-following GET /proposals/{hidden.pk}/following/ 404; nobody in; author moderator 200
proposal-following POST /proposals/{hidden.pk}/following/ 404; nobody in; author moderator 302
theme-following GET /themes/{theme.slug}/following/ 200; nobody in
theme-following POST /themes/{theme.slug}/following/ 302; nobody in
place-following GET /places/{place.slug}/following/ 200; nobody in
place-following POST /places/{place.slug}/following/ 302; nobody in
proposal-new GET /consultations/{consultation.slug}/proposals/new/ 200; nobody in
proposal-new POST /consultations/{consultation.slug}/proposals/new/ 302; nobody in
proposal-new GET /consultations/{draft.slug}/proposals/new/ 404
proposal-new POST /consultations/{draft.slug}/proposals/new/ 404
proposal-new-similar GET /consultations/{consultation.slug}/proposals/new/similar/ 302; nobody in
proposal-new-similar GET /consultations/{draft.slug}/proposals/new/similar/ 404
proposal-new-text GET /consultations/{consultation.slug}/proposals/new/text/ 200; nobody in
proposal-new-text POST /consultations/{consultation.slug}/proposals/new/text/ 302; nobody in
proposal-new-text POST /consultations/{draft.slug}/proposals/new/text/ 404
proposal-new-text GET /consultations/{draft.slug}/proposals/new/text/ 404
proposal-new-pictures GET /consultations/{consultation.slug}/proposals/new/pictures/ 200; nobody in
proposal-new-pictures POST /consultations/{consultation.slug}/proposals/new/pictures/ 302; nobody in
proposal-new-pictures GET /consultations/{draft.slug}/proposals/new/pictures/ 404
proposal-new-pictures POST /consultations/{draft.slug}/proposals/new/pictures/ 404
picture GET /pictures/{picture.name}-480.webp 200
picture GET /pictures/{picture.name}-481.webp 404
picture GET /pictures/{hidden_picture.name}-480.webp 404; author moderator 200
picture GET /pictures/{loose_picture.name}-480.webp 404; author 200
picture GET /pictures/AAAAAAAAAAAAAAAAAAAA-480.webp 404
proposal-new-place GET /consultations/{consultation.slug}/proposals/new/place/ 200; nobody in
proposal-new-place POST /consultations/{consultation.slug}/proposals/new/place/ 302; nobody in
proposal-new-place GET /consultations/{draft.slug}/proposals/new/place/ 404
proposal-new-place POST /consultations/{draft.slug}/proposals/new/place/ 404
proposal-new-themes GET /consultations/{consultation.slug}/proposals/new/themes/ 200; nobody in
proposal-new-themes POST /consultations/{consultation.slug}/proposals/new/themes/ 302; nobody in
proposal-new-themes GET /consultations/{draft.slug}/proposals/new/themes/ 404
proposal-new-themes POST /consultations/{draft.slug}/proposals/new/themes/ 404
proposal-new-check GET /consultations/{consultation.slug}/proposals/new/check/ 302; nobody in; author 200
proposal-new-check POST /consultations/{consultation.slug}/proposals/new/check/ 302; nobody in
proposal-new-check GET /consultations/{draft.slug}/proposals/new/check/ 404
proposal-new-check POST /consultations/{draft.slug}/proposals/new/check/ 404
proposal-sent GET /proposals/{shade.pk}/sent/ 404; author 200
proposal-sent GET /proposals/{hidden.pk}/sent/ 404
proposal GET /proposals/{shade.pk}-shade-for-the-square/ 200
proposal GET /proposals/{shade.pk}/ 302
proposal GET /proposals/{hidden.pk}/ 200
proposal GET /proposals/{withdrawn.pk}-benches-by-the-river/ 200
proposal-versions GET /proposals/{shade.pk}/versions/ 200
proposal-versions GET /proposals/{withdrawn.pk}/versions/ 200
proposal-versions GET /proposals/{hidden.pk}/versions/ 404; author moderator 200
proposal-version GET /proposals/{shade.pk}/versions/1/ 200
proposal-version GET /proposals/{shade.pk}/versions/9/ 404
proposal-version GET /proposals/{hidden.pk}/versions/1/ 404; author moderator 200
proposal-edit GET /proposals/{shade.pk}/versions/new/ 403; nobody in; author 200
proposal-edit POST /proposals/{shade.pk}/versions/new/ 403; nobody in; author 302
proposal-edit GET /proposals/{hidden.pk}/versions/new/ 404; author moderator 403
proposal-edit POST /proposals/{hidden.pk}/versions/new/ 404; nobody in; author moderator 403
proposal-edit POST /proposals/{withdrawn.pk}/versions/new/ 403; nobody in
proposal-edit POST /proposals/{answered.pk}/versions/new/ 403; nobody in
proposal-withdrawal GET /proposals/{shade.pk}/withdrawal/ 403; nobody in; author 200
proposal-withdrawal POST /proposals/{shade.pk}/withdrawal/ 403; nobody in; author 302
proposal-withdrawal POST /proposals/{hidden.pk}/withdrawal/ 404; nobody in; author moderator 403
proposal-withdrawal POST /proposals/{withdrawn.pk}/withdrawal/ 302; nobody in
proposal-support GET /proposals/{shade.pk}/support/ 302
proposal-support POST /proposals/{shade.pk}/support/ 302; nobody in
proposal-support POST /proposals/{hidden.pk}/support/ 404
proposal-points GET /proposals/{shade.pk}/points/ 200
proposal-points GET /proposals/{hidden.pk}/points/ 404
point-new GET /proposals/{shade.pk}/points/new/ 200; nobody in
point-new POST /proposals/{shade.pk}/points/new/ 302; nobody in
point-new POST /proposals/{hidden.pk}/points/new/ 404
point-new POST /proposals/{withdrawn.pk}/points/new/ 403; nobody in
point GET /points/{point.pk}/ 200
point GET /points/{hidden_point.pk}/ 200
point GET /points/{reply.pk}/ 302
point POST /points/{point.pk}/ 302; nobody in
point POST /points/{hidden_point.pk}/ 403; nobody in
point-replies GET /points/{point.pk}/replies/ 200
point-replies GET /points/{hidden_point.pk}/replies/ 200
point-now GET /points/{point.pk}/now/ 200
point-now GET /points/{hidden_point.pk}/now/ 200
point-now GET /points/999/now/ 404
point-words GET /points/{point.pk}/words/ 403; nobody in; author 200
point-words POST /points/{point.pk}/words/ 403; nobody in; author 302
point-words GET /points/{hidden_point.pk}/words/ 403; nobody in
point-words POST /points/{hidden_point.pk}/words/ 403; nobody in
point-earlier GET /points/{point.pk}/earlier/ 404
point-earlier GET /points/{hidden_point.pk}/earlier/ 404
point-removal GET /points/{point.pk}/removal/ 403; nobody in; author 200
point-removal POST /points/{point.pk}/removal/ 403; nobody in; author 302
point-removal POST /points/{hidden_point.pk}/removal/ 403; nobody in
point-reaction POST /points/{point.pk}/reaction/ 302; nobody in
point-reaction POST /points/{hidden_point.pk}/reaction/ 404
report GET /report/ 200
report POST /report/ 302
report-receipt GET /report/{report.receipt}/ 200
report-receipt GET /report/AAAA-AAAA-AAAA/ 404
poll GET /polls/{poll.pk}/ 200
poll GET /polls/{closed.pk}/ 200
poll GET /polls/{draft_poll.pk}/ 404
poll-ballot GET /polls/{poll.pk}/ballot/ 302
poll-ballot POST /polls/{poll.pk}/ballot/ 302; nobody in
poll-ballot POST /polls/{closed.pk}/ballot/ 403; nobody in
poll-ballot POST /polls/{coming.pk}/ballot/ 403; nobody in
poll-ballot POST /polls/{draft_poll.pk}/ballot/ 404
poll-ballot-withdrawal POST /polls/{poll.pk}/ballot/withdrawal/ 302; nobody in
poll-ballot-withdrawal POST /polls/{closed.pk}/ballot/withdrawal/ 403; nobody in
poll-ballot-withdrawal POST /polls/{draft_poll.pk}/ballot/withdrawal/ 404
poll-new GET /desk/consultations/{consultation.slug}/polls/new/ 403; nobody in; organiser 200
poll-new POST /desk/consultations/{consultation.slug}/polls/new/ 403; nobody in; organiser 302
poll-new GET /desk/consultations/{draft.slug}/polls/new/ 404; nobody in; organiser 200
poll-new POST /desk/consultations/{draft.slug}/polls/new/ 404; nobody in; organiser 400
poll-removal POST /desk/polls/{coming.pk}/removal/ 403; nobody in; organiser 302
poll-removal POST /desk/polls/{closed.pk}/removal/ 403; nobody in; organiser 409
outcomes GET /outcomes/ 200
participation GET /consultations/{consultation.slug}/participation/ 200
participation GET /consultations/{draft.slug}/participation/ 404
participation-data GET /consultations/{consultation.slug}/participation.csv 200
participation-data GET /consultations/{draft.slug}/participation.json 404
outcome GET /consultations/{consultation.slug}/outcome/ 200
outcome GET /consultations/{draft.slug}/outcome/ 404
desk GET /desk/ 200; nobody in; citizen author 403
desk-answers GET /desk/answers/ 200; nobody in; citizen author 403
desk-reports GET /desk/reports/ 403; nobody in; moderator 200
desk-reports-newer GET /desk/reports/newer/ 403; nobody in; moderator 200
desk-item GET /desk/items/point-{point.pk}/ 403; nobody in; moderator 200
desk-item GET /desk/items/proposal-{hidden.pk}/ 403; nobody in; moderator 200
desk-item GET /desk/items/proposal-999/ 403; nobody in; moderator 404
desk-item POST /desk/items/point-{point.pk}/ 403; nobody in; moderator 200
desk-item-claim POST /desk/items/point-{point.pk}/claim/ 403; nobody in; moderator 302
desk-item-decision POST /desk/items/point-{point.pk}/decision/ 403; nobody in; moderator 302
moderation-log GET /moderation/ 200
statement GET /statements/{statement.pk}/ 200
proposal-answer GET /proposals/{shade.pk}/answer/ 403; nobody in; evaluator 200
proposal-answer POST /proposals/{shade.pk}/answer/ 403; nobody in; evaluator 302
proposal-answer GET /proposals/{answered.pk}/answer/ 302
proposal-answer POST /proposals/{hidden.pk}/answer/ 403; nobody in
proposal-answer POST /proposals/{withdrawn.pk}/answer/ 403; nobody in
proposal-answer-check GET /proposals/{shade.pk}/answer/check/ 403; nobody in; evaluator 302
proposal-answer-check POST /proposals/{shade.pk}/answer/check/ 403; nobody in; evaluator 302
setup GET /desk/consultations/ 403; nobody in; organiser 200
setup-begin GET /desk/consultations/new/ 403; nobody in; organiser 200
setup-begin POST /desk/consultations/new/ 403; nobody in; organiser 302
setup-tasks GET /desk/consultations/{draft.pk}/ 404; nobody in; organiser 200
setup-tasks GET /desk/consultations/{consultation.pk}/ 404; nobody in; organiser 200
setup-tasks GET /desk/consultations/999/ 404; nobody in
setup-language GET /desk/consultations/{draft.pk}/languages/de/ 404; nobody in; organiser 200
setup-language POST /desk/consultations/{draft.pk}/languages/de/ 404; nobody in; organiser 302
setup-language GET /desk/consultations/{draft.pk}/languages/xx/ 404; nobody in
city-language GET /desk/city/languages/de/ 403; nobody in; organiser 200
city-language POST /desk/city/languages/de/ 403; nobody in; organiser 302
setup-task GET /desk/consultations/{draft.pk}/question/ 404; nobody in; organiser 200
setup-task POST /desk/consultations/{draft.pk}/question/ 404; nobody in; organiser 302
setup-task POST /desk/consultations/{consultation.pk}/question/ 404; nobody in; organiser 403
setup-publish GET /desk/consultations/{draft.pk}/publication/ 404; nobody in; organiser 200
setup-publish POST /desk/consultations/{draft.pk}/publication/ 404; nobody in; organiser 302
setup-publish POST /desk/consultations/{consultation.pk}/publication/ 404; nobody in; organiser 403
setup-extend GET /desk/consultations/{consultation.pk}/phases/{phase.pk}/end/ 404; nobody in; organiser 200
setup-extend POST /desk/consultations/{consultation.pk}/phases/{phase.pk}/end/ 404; nobody in; organiser 302
setup-extend POST /desk/consultations/{consultation.pk}/phases/{draft_phase.pk}/end/ 404; nobody in
roles GET /desk/roles/ 403; nobody in; organiser 200
role-new GET /desk/roles/new/ 403; nobody in; organiser 200
role-new POST /desk/roles/new/ 403; nobody in; organiser 302
role-give GET /desk/roles/new/{citizen.pk}/ 403; nobody in; organiser 200
role-give POST /desk/roles/new/{citizen.pk}/ 403; nobody in; organiser 302
role-take GET /desk/roles/{appointment.pk}/end/ 403; nobody in; organiser 200
role-take POST /desk/roles/{appointment.pk}/end/ 403; nobody in; organiser 302
city-colours GET /city.css 200
city-crest GET /city/crest-{crest}.png 200
city-crest GET /city/crest-0000.png 404
this-city GET /desk/city/ 403; nobody in; organiser 200
this-city POST /desk/city/ 403; nobody in; organiser 302
city-mail GET /desk/city/mail/ 403; nobody in; organiser 302
city-mail POST /desk/city/mail/ 403; nobody in; organiser 200
audit GET /desk/audit/ 403; nobody in; organiser 200
your-voice GET /your-voice/ 200; nobody in
your-voice-part GET /your-voice/supports/ 200; nobody in
search GET /search/?q=shade 200
notices GET /notices/ 200; nobody in
notices-read POST /notices/read/ 302; nobody in
notices-about GET /notices/about/{notice.topic}/ 404; nobody in; author 200
follows GET /follows/ 200; nobody in
follows POST /follows/ 302; nobody in
letter-choices GET /account/letters/ 200; nobody in
letter-choices POST /account/letters/ 302; nobody in
letters-stop GET /letters/stop/{stop_token}/ 200
letters-stop POST /letters/stop/{stop_token}/ 200
letters-stop GET /letters/stop/{notice.pk}/ 404
letters-stop POST /letters/stop/{notice.pk}/ 404
notice POST /notices/{notice.pk}/ 404; nobody in; author 302
language GET /language/ 200
language POST /language/ 302
house-rules GET /rules/ 200
house-rules-version GET /rules/{rules.version}/ 200
places GET /places/ 200
place GET /places/{place.slug}/ 200
themes GET /themes/ 200
theme GET /themes/{theme.slug}/ 200
about-decisions GET /about/decisions/ 200
about-accessibility GET /about/accessibility/ 200
about-privacy GET /about/privacy/ 200
about-source GET /about/source/ 200
open-data GET /api/ 200
about-imprint GET /about/imprint/ 200
about-contact GET /about/contact/ 200
about-security GET /about/security/ 200
data GET /data/ 200
moderation-figures GET /moderation/figures/ 200
moderation-figures-data GET /moderation/figures.csv 200
city-texts GET /desk/texts/ 403; nobody in; organiser 200
city-text GET /desk/texts/imprint/en/ 403; nobody in; organiser 200
city-text GET /desk/texts/nothing/en/ 403; nobody in; organiser 404
city-text POST /desk/texts/imprint/en/ 403; nobody in; organiser 302
city-text-version GET /desk/texts/imprint/en/{imprint.version}/ 403; nobody in; organiser 200
consultations-feed GET /consultations.atom 200
outcomes-feed GET /outcomes.atom 200
overdue-feed GET /outcomes/overdue.atom 200
calendar GET /calendar.ics 200
consultation-calendar GET /consultations/{consultation.slug}.ics 200
consultation-calendar GET /consultations/{draft.slug}.ics 404
offline GET /offline/ 200
robots GET /robots.txt 200
favicon GET /favicon.ico 302
manifest GET /site.webmanifest 200
security-txt GET /.well-known/security.txt 200
sitemap GET /sitemap.xml 200
sitemap-part GET /sitemap-pages-1.xml 200
sitemap-part GET /sitemap-consultations-1.xml 200
sitemap-part GET /sitemap-proposals-1.xml 200
sitemap-part GET /sitemap-persons-1.xml 404
catalogue GET /data/catalogue.jsonld 200
home-linked GET /index.jsonld 200
consultation-linked GET /consultations/{consultation.slug}.jsonld 200
consultation-linked GET /consultations/{draft.slug}.jsonld 404
proposal-linked GET /proposals/{shade.pk}.jsonld 200
proposal-linked GET /proposals/{hidden.pk}.jsonld 404
home-data GET /index.json 200
home-data-bare GET /.csv 200
consultations-data GET /consultations.csv 200
consultation-data GET /consultations/{consultation.slug}.json 200
consultation-data GET /consultations/{consultation.slug}.csv 200
consultation-data GET /consultations/{draft.slug}.json 404
outcomes-data GET /outcomes.json 200
outcome-data GET /consultations/{consultation.slug}/outcome.json 200
outcome-data GET /consultations/{consultation.slug}/outcome.csv 200
outcome-data GET /consultations/{draft.slug}/outcome.json 404
proposal-data GET /proposals/{shade.pk}-shade-for-the-square.json 200
proposal-data GET /proposals/{shade.pk}.csv 200
proposal-data GET /proposals/{hidden.pk}.json 200
proposal-data GET /proposals/{hidden.pk}.csv 200
proposal-data GET /proposals/{withdrawn.pk}.json 200
proposal-versions-data GET /proposals/{shade.pk}/versions.json 200
proposal-versions-data GET /proposals/{hidden.pk}/versions.json 404
proposal-version-data GET /proposals/{shade.pk}/versions/1.csv 200
proposal-version-data GET /proposals/{shade.pk}/versions/9.csv 404
proposal-version-data GET /proposals/{hidden.pk}/versions/1.json 404
proposal-points-data GET /proposals/{shade.pk}/points.json 200
proposal-points-data GET /proposals/{shade.pk}/points.csv 200
proposal-points-data GET /proposals/{hidden.pk}/points.json 404
point-data GET /points/{point.pk}.json 200
point-data GET /points/{hidden_point.pk}.csv 200
poll-data GET /polls/{poll.pk}.json 200
poll-data GET /polls/{approval.pk}.csv 200
poll-data GET /polls/{closed.pk}.json 200
poll-data GET /polls/{draft_poll.pk}.json 404
moderation-log-data GET /moderation.json 200
moderation-log-data GET /moderation.csv 200
statement-data GET /statements/{statement.pk}.json 200
statement-data GET /statements/{statement.pk}.csv 200
house-rules-data GET /rules.json 200
house-rules-version-data GET /rules/{rules.version}.csv 200
places-data GET /places.json 200
place-data GET /places/{place.slug}.csv 200
themes-data GET /themes.json 200
theme-data GET /themes/{theme.slug}.json 200
search-data GET /search.json?q=shade 200
about-decisions-data GET /about/decisions.csv 200
gallery GET /dev/gallery/ 404
account_login GET /account/login/ 302; nobody 200
account_login POST /account/login/ 302; nobody 200
account_logout GET /account/logout/ 200; nobody 302
account_logout POST /account/logout/ 302
account_signup GET /account/signup/ 302; nobody 200
account_signup POST /account/signup/ 302; nobody 200
account_inactive GET /account/inactive/ 200
account GET /account/ 200; nobody in
account-sessions GET /account/sessions/ 200; nobody in
account-sessions POST /account/sessions/ 302; nobody in
account-data GET /account/data/ 302; nobody in
account-data-json GET /account/data/everything.json 302; nobody in
account-leaving GET /account/leaving/ 302; nobody in
account-leaving POST /account/leaving/ 302; nobody in
account-left GET /account/left/ 200
mfa_index GET /account/second-factor/ 200; nobody in
mfa_authenticate GET /account/second-factor/sign-in/ 302; nobody in
mfa_authenticate POST /account/second-factor/sign-in/ 302; nobody in
mfa_reauthenticate GET /account/second-factor/again/ 302; nobody in; moderator evaluator organiser counter editor 200
mfa_reauthenticate POST /account/second-factor/again/ 302; nobody in; moderator evaluator organiser counter editor 200
mfa_activate_totp GET /account/second-factor/app/ 302; nobody in
mfa_activate_totp POST /account/second-factor/app/ 302; nobody in
mfa_deactivate_totp GET /account/second-factor/app/end/ 404; nobody in; moderator evaluator organiser counter editor 302
mfa_deactivate_totp POST /account/second-factor/app/end/ 404; nobody in; moderator evaluator organiser counter editor 302
mfa_view_recovery_codes GET /account/second-factor/codes/ 404; nobody in
mfa_generate_recovery_codes GET /account/second-factor/codes/new/ 302; nobody in
mfa_generate_recovery_codes POST /account/second-factor/codes/new/ 302; nobody in
mfa_download_recovery_codes GET /account/second-factor/codes/file/ 404; nobody in
mfa_add_webauthn GET /account/second-factor/passkeys/new/ 302; nobody in
mfa_add_webauthn POST /account/second-factor/passkeys/new/ 302; nobody in
mfa_reauthenticate_webauthn GET /account/second-factor/passkeys/again/ 302; nobody in
mfa_reauthenticate_webauthn POST /account/second-factor/passkeys/again/ 302; nobody in
mfa_remove_webauthn GET /account/second-factor/passkeys/9/end/ 404; nobody in
mfa_remove_webauthn POST /account/second-factor/passkeys/9/end/ 404; nobody in
mfa_login_webauthn GET /account/login/passkey/ 302; nobody in
mfa_login_webauthn POST /account/login/passkey/ 302; nobody in
account_email_verification_sent GET /account/confirm-email/ 302; nobody in
account_reauthenticate GET /account/reauthenticate/ 200; nobody in
account_reauthenticate POST /account/reauthenticate/ 200; nobody in
account-first-password GET /account/first-password/{invited.pk}/{invitation}/ 200
account-first-password GET /account/first-password/{invited.pk}/abc-def/ 404
account-first-password POST /account/first-password/{invited.pk}/{invitation}/ 200
account-first-password POST /account/first-password/{citizen.pk}/{invitation}/ 404
account-name GET /account/name/ 200; nobody in
account-name POST /account/name/ 302; nobody in
account_email GET /account/email/ 200; nobody in
account_email POST /account/email/ 302; nobody in
account_change_password GET /account/password/change/ 200; nobody in
account_change_password POST /account/password/change/ 200; nobody in
account_set_password GET /account/password/set/ 302; nobody in
account_reset_password GET /account/password/reset/ 200
account_reset_password POST /account/password/reset/ 200
account_confirm_password_reset_code GET /account/password/reset/confirm/ in
account_complete_password_reset GET /account/password/reset/complete/ 302
account_password_reset_completed GET /account/password/reset/done/ 200
"""

API = """
api-root GET /api/v1/ 200
api-schema GET /api/v1/schema/ 200
api-live GET /api/v1/live/?topics=proposal.{shade.pk},proposal.{hidden.pk} 200
api-live GET /api/v1/live/ 400
api-me GET /api/v1/me/ 200; nobody 401
api-me PATCH /api/v1/me/ 200; nobody 401
api-my-notices GET /api/v1/me/notices/ 200; nobody 401
api-my-notices-read PUT /api/v1/me/notices/read/ 200; nobody 401
api-my-follows GET /api/v1/me/follows/ 200; nobody 401
api-my-follow PUT /api/v1/me/follows/{place.topic}/ 200; nobody 401
api-my-follow PUT /api/v1/me/follows/{hidden.topic}/ 404; nobody 401
api-my-follow PUT /api/v1/me/follows/{draft.topic}/ 404; nobody 401
api-my-follow DELETE /api/v1/me/follows/{place.topic}/ 200; nobody 401
api-my-letters GET /api/v1/me/letters/ 200; nobody 401
api-my-letters PATCH /api/v1/me/letters/ 200; nobody 401
api-themes GET /api/v1/themes/ 200
api-theme GET /api/v1/themes/{theme.slug}/ 200
api-places GET /api/v1/places/ 200
api-place GET /api/v1/places/{place.pk}/ 200
api-consultations GET /api/v1/consultations/ 200
api-consultation GET /api/v1/consultations/{consultation.pk}/ 200
api-consultation GET /api/v1/consultations/{draft.pk}/ 404
api-proposals GET /api/v1/proposals/ 200
api-proposals POST /api/v1/proposals/ 201; nobody 401
api-proposal GET /api/v1/proposals/{shade.pk}/ 200
api-proposal GET /api/v1/proposals/{hidden.pk}/ 404
api-proposal GET /api/v1/proposals/{withdrawn.pk}/ 200
api-proposal PATCH /api/v1/proposals/{shade.pk}/ 403; nobody 401; author 200
api-proposal PATCH /api/v1/proposals/{hidden.pk}/ 404
api-proposal PATCH /api/v1/proposals/{withdrawn.pk}/ 403; nobody 401
api-proposal PATCH /api/v1/proposals/{answered.pk}/ 403; nobody 401
api-proposal DELETE /api/v1/proposals/{shade.pk}/ 403; nobody 401; author 200
api-proposal DELETE /api/v1/proposals/{hidden.pk}/ 404
api-proposal DELETE /api/v1/proposals/{answered.pk}/ 403; nobody 401
api-versions GET /api/v1/proposals/{shade.pk}/versions/ 200
api-versions GET /api/v1/proposals/{hidden.pk}/versions/ 404
api-version GET /api/v1/proposals/{shade.pk}/versions/1/ 200
api-version GET /api/v1/proposals/{hidden.pk}/versions/1/ 404
api-drafts GET /api/v1/drafts/ 200; nobody 401
api-draft GET /api/v1/drafts/{consultation.pk}/ 404; nobody 401; author 200
api-draft GET /api/v1/drafts/{draft.pk}/ 404; nobody 401
api-draft PUT /api/v1/drafts/{consultation.pk}/ 200; nobody 401
api-draft PUT /api/v1/drafts/{draft.pk}/ 404; nobody 401
api-draft DELETE /api/v1/drafts/{consultation.pk}/ 204; nobody 401
api-draft DELETE /api/v1/drafts/{draft.pk}/ 404; nobody 401
api-answers GET /api/v1/answers/ 200
api-answers POST /api/v1/answers/ 403; nobody 401; evaluator 201
api-answer GET /api/v1/answers/{answer.pk}/ 200
api-support PUT /api/v1/proposals/{shade.pk}/support/ 200; nobody 401; author 403
api-support PUT /api/v1/proposals/{hidden.pk}/support/ 404
api-support PUT /api/v1/proposals/{withdrawn.pk}/support/ 403
api-support DELETE /api/v1/proposals/{shade.pk}/support/ 200; nobody 401
api-support DELETE /api/v1/proposals/{hidden.pk}/support/ 404
api-polls GET /api/v1/polls/ 200
api-poll GET /api/v1/polls/{poll.pk}/ 200
api-poll GET /api/v1/polls/{draft_poll.pk}/ 404
api-ballot GET /api/v1/polls/{poll.pk}/ballot/ 200; nobody 401
api-ballot GET /api/v1/polls/{draft_poll.pk}/ballot/ 404; nobody 401
api-ballot PUT /api/v1/polls/{poll.pk}/ballot/ 200; nobody 401
api-ballot PUT /api/v1/polls/{closed.pk}/ballot/ 403
api-ballot PUT /api/v1/polls/{coming.pk}/ballot/ 403
api-ballot PUT /api/v1/polls/{draft_poll.pk}/ballot/ 404
api-ballot DELETE /api/v1/polls/{poll.pk}/ballot/ 204; nobody 401
api-ballot DELETE /api/v1/polls/{closed.pk}/ballot/ 403
api-ballot DELETE /api/v1/polls/{draft_poll.pk}/ballot/ 404
api-result GET /api/v1/polls/{closed.pk}/result/ 200
api-result GET /api/v1/polls/{poll.pk}/result/ 404
api-result GET /api/v1/polls/{draft_poll.pk}/result/ 404
api-pictures POST /api/v1/pictures/ 400; nobody 401
api-points GET /api/v1/proposals/{shade.pk}/points/ 200
api-points GET /api/v1/proposals/{hidden.pk}/points/ 404
api-points POST /api/v1/proposals/{shade.pk}/points/ 201; nobody 401
api-points POST /api/v1/proposals/{hidden.pk}/points/ 404
api-points POST /api/v1/proposals/{withdrawn.pk}/points/ 403
api-point GET /api/v1/points/{point.pk}/ 200
api-point GET /api/v1/points/{hidden_point.pk}/ 404; author 200
api-point PATCH /api/v1/points/{point.pk}/ 403; nobody 401; author 200
api-point PATCH /api/v1/points/{hidden_point.pk}/ 404; author 403
api-point DELETE /api/v1/points/{point.pk}/ 403; nobody 401; author 200
api-point DELETE /api/v1/points/{hidden_point.pk}/ 404; author 403
api-reaction PUT /api/v1/points/{point.pk}/reaction/ 200; nobody 401
api-reaction PUT /api/v1/points/{hidden_point.pk}/reaction/ 404; author 403
api-reaction DELETE /api/v1/points/{point.pk}/reaction/ 200; nobody 401
api-reaction DELETE /api/v1/points/{hidden_point.pk}/reaction/ 404; author 403
api-reports GET /api/v1/reports/ 403; nobody 401; moderator 200
api-reports POST /api/v1/reports/ 201
api-decisions GET /api/v1/decisions/ 200
api-decisions POST /api/v1/decisions/ 403; nobody 401; moderator 201
api-decision GET /api/v1/decisions/{decision.pk}/ 200
api-search GET /api/v1/search/?q=shade 200
"""


def bodies(scene) -> dict[tuple[str, str], dict]:
    """What is sent so that whoever may, can."""
    soon, later = (timezone.localtime() + timedelta(days=days) for days in (3, 9))
    moment = "%Y-%m-%dT%H:%M"
    words = {"title": "A pond", "body": "For frogs."}
    return {
        ("proposal-new", "POST"): {"title": "Benches for the market"},
        ("proposal-new-text", "POST"): {"body": "Nine benches of oak."},
        ("proposal-edit", "POST"): {**words, "base": "1", "step": "publish"},
        ("proposal-withdrawal", "POST"): {"reason": "Somebody else was quicker."},
        ("point-new", "POST"): {"kind": "for", "body": "Birds like them."},
        ("point", "POST"): {"body": "So do bees."},
        ("point-words", "POST"): {"body": "It is much cooler under trees."},
        ("point-removal", "POST"): {"how": "withdraw"},
        ("point-reaction", "POST"): {"value": "agree"},
        ("report", "POST"): {**a_report(scene), "good_faith": "on"},
        ("poll-ballot", "POST"): {"choice": "yes"},
        ("poll-new", "POST"): {
            "question": "Shall there be music?",
            "kind": "yes-no",
            "opens": soon.strftime(moment),
            "closes": later.strftime(moment),
        },
        ("desk-item", "POST"): {"choice": "hide:4", "facts": "It names a person."},
        ("desk-item-decision", "POST"): {"choice": "hide:4", "facts": "It names a person."},
        ("proposal-answer", "POST"): {"kind": "will", "because": "Trees are ordered."},
        ("setup-begin", "POST"): {"title": "Quieter nights", "place": scene.place.pk},
        ("setup-task", "POST"): {"title": "Quieter nights", "standfirst": "Fewer lorries."},
        ("city-text", "POST"): {"body": "Town Hall, 1 Lime Square.", "base": "1", "step": "save"},
        ("setup-extend", "POST"): {"last": (soon + timedelta(days=40)).strftime("%Y-%m-%d")},
        ("role-new", "POST"): {"who": scene.people["citizen"].email},
        ("role-give", "POST"): {
            "role": "editor",
            "where": f"place-{scene.place.pk}",
            "sure": "on",
        },
        ("this-city", "POST"): {
            "name": "Lindhaven",
            "colour": "#015c5c",
            "own_language": "en",
            "languages": ["en"],
        },
        ("account_email", "POST"): {"email": "robin@example.org", "action_add": ""},
        ("account-name", "POST"): {"display_name": "Robin"},
        ("language", "POST"): {"language": "de", "next": "/rules/"},
        ("letter-choices", "POST"): {"letters": "yes", "at_once": "no", "digest": "daily"},
        ("api-me", "PATCH"): {"display_name": "Robin"},
        ("api-my-notices-read", "PUT"): {"up_to": 1},
        ("api-my-letters", "PATCH"): {"digest": "daily"},
        ("api-proposals", "POST"): {"consultation": scene.consultation.pk, **words},
        ("api-proposal", "PATCH"): words,
        ("api-draft", "PUT"): {"title": "A pond"},
        ("api-answers", "POST"): {
            "proposal": scene.shade.pk,
            "kind": "will",
            "because": "Trees are ordered.",
        },
        ("api-ballot", "PUT"): {"ballot": {"kind": "yes-no", "choice": "no"}},
        ("api-points", "POST"): {"kind": "against", "body": "Roots lift stones."},
        ("api-point", "PATCH"): {"body": "It is much cooler under trees."},
        ("api-reaction", "PUT"): {"value": "agree"},
        ("api-reports", "POST"): {**a_report(scene), "good_faith": True},
        ("api-decisions", "POST"): {
            "report": scene.report.pk,
            "kind": "hide",
            "clause": "4",
            "facts": "It names a person.",
        },
    }


def a_report(scene) -> dict[str, str]:
    return {
        "url": f"/points/{scene.reply.pk}/",
        "reason": "insult",
        "facts": "It is unkind.",
    }


def lines(table: str):
    """(route, method, address, {who: answer}) of each line; `""` stands for everybody else."""
    for line in filter(None, table.splitlines()):
        route, method, address, answers = line.split(" ", 3)
        most, *others = answers.split("; ")
        said = {"": most}
        for other in others:
            *people, answer = other.split()
            said |= dict.fromkeys(people, answer)
        yield route, method, address, said
