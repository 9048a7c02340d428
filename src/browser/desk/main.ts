/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { keepFresh } from './fresh.js'
import { showLine } from './lines.js'
import { guardForms } from './touched.js'

// What every page of the desk has: it reads and its forms work without any of this.
guardForms(document)
showLine(document)
if (document.body.dataset.live === 'page') keepFresh()

// On a phone the tools of a policy are one row that goes on sideways: the one that is open stands in it.
const here = document.querySelector<HTMLElement>('.tabs [aria-current]')
const row = here?.closest<HTMLElement>('.tabs')
if (here && row) row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2

// What was just done is said once: not again when the page is loaded anew.
const address = new URL(location.href)
if (address.searchParams.has('done')) {
  address.searchParams.delete('done')
  history.replaceState(null, '', address)
}
