/** Dutch words that begin a relative clause, as a piece of a pattern: waarmee, waarvan; not "waarborg". */
export const WAAR =
  'waar(?:aan|achter|bij|binnen|boven|door|in|langs|mee|na|naar|naast|om|onder|op|over|tegen|toe|tot|tussen|uit|van|voor)?'
