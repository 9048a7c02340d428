/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { keepFresh } from './fresh.js'
import { showLine } from './lines.js'
import { guardForms, isTouched } from './touched.js'

// What every page of the desk has: it reads and its forms work without any of this.
guardForms(document)
showLine(document)
if (document.body.dataset.live === 'page') keepFresh(isTouched)
