/** Words that carry little of a clause's meaning: articles, prepositions, auxiliaries, pronouns of Dutch and English, folded to ASCII. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `aan al alle alleen als andere anders ben bent bij binnen buiten daar daarbij daarin daarmee daarom daarvan daarvoor dan dat de deze die dien
  dienen dient dit doen doet door dus een eigen elk elke en er ervan ervoor etc even geen geeft gelden geldt had hadden heb hebben hebt
  heeft hem hen het hier hierbij hierin hiermee hierop hiervan hij hoe houden houdt hun ieder iedere in indien is jaar je jou jouw kan kunnen
  kunt maar mag mede meer men met mij mijn mits moet moeten mogen na naar namens niet nog nu of om omdat onder ons onze ook op over pas per
  s t te tegen ten tenzij ter tijdens toe tot tussen uit uw van vanuit vanwege veel via volgens voor voorts waar waarbij waarin
  waarmee waarop waaruit waarvan waarvoor wanneer want was wat we weer wel welk welke werd werden wie wij wil willen worden wordt zal ze zelf zich zij zijn
  zo zoals zodat zou zouden zullen
  a all also an and any are as at be been but by can do does for from had has have he her his how if in into is it its may more must no not of on or
  our shall she should so such than that the their them then there these they this those to under up was we were what when where which
  who will with would you your`.split(/\s+/),
)
