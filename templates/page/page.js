// Enhances a page that reads without it: filters, search, rows that unfold in place, steps between changes, old and new wording, links to
// copy. All state stands in the fragment: `#id` for a place, `#?facet=value&_find=words&_words=new&_at=id` with filters on.
;(() => {
  const body = document.body
  const say = JSON.parse(body.dataset.say)
  const main = document.getElementById('_main')
  const tools = document.getElementById('_tools')
  const count = document.getElementById('_count')
  const words = document.getElementById('_words')
  const keys = document.getElementById('_keys')
  const reset = document.getElementById('_reset')
  const regions = [...document.querySelectorAll('.wide')]
  const search = document.getElementById('_search')
  const selects = [...document.querySelectorAll('select[data-facet]')]
  // A choice that others are asked of says whose they are, and filters nothing by itself.
  const whose = selects.filter((select) => selects.some(({ dataset }) => dataset.of === select.dataset.facet))
  const faceted = [...main.querySelectorAll('[data-facets]')].map((element) => ({
    element,
    facets: new Map(Object.entries(JSON.parse(element.dataset.facets))),
  }))
  const NESTED = '[data-facets], [data-stands-for]'
  // A block around others that are filtered is no part of its own, nor is one that answers to no filter.
  const parts = faceted.filter(({ element, facets }) => facets.size > 0 && !element.querySelector('[data-facets]'))
  // Rows that stand for a block elsewhere, with what was unfolded below them.
  const rows = [...main.querySelectorAll('[data-stands-for]')]
    .map((element) => ({ element, target: document.getElementById(element.dataset.standsFor) }))
    .filter(({ target }) => target)
  // What lies inside an inserted or deleted block is part of that one change.
  const changes = [...main.querySelectorAll('[data-change]')].filter(
    (element) => !element.parentElement.closest('[data-change="inserted"], [data-change="deleted"]'),
  )
  let place = ''
  let current

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole)
  const status = document.getElementById('_status')
  const announce = (text) => {
    // The same text twice is announced once: the empty text between makes it new.
    status.textContent = ''
    requestAnimationFrame(() => {
      status.textContent = text
    })
  }
  const shown = (element) => element.getClientRects().length > 0
  const active = () => selects.filter((select) => select.value !== '')
  const plainWords = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const texts = new Map()
  const textOf = (element) => {
    if (!texts.has(element)) texts.set(element, plainWords(element.textContent))
    return texts.get(element)
  }

  function writeState() {
    const state = new URLSearchParams(active().map((select) => [select.dataset.facet, select.value]))
    if (search?.value) state.set('_find', search.value)
    if (words && words.value !== 'both') state.set('_words', words.value)
    const plain = state.size === 0
    if (!plain && place) state.set('_at', place)
    const fragment = plain ? (place ? `#${encodeURIComponent(place)}` : '') : `#?${state}`
    if (fragment !== location.hash) history.replaceState(null, '', fragment || location.href.split('#')[0])
  }

  function filter() {
    const wanted = active()
      .filter((select) => !whose.includes(select))
      .map((select) => {
        const owner = whose.find(({ dataset }) => dataset.facet === select.dataset.of)?.value
        return [select.dataset.facet, owner ? `${owner} ${select.value}` : select.value]
      })
    const sought = plainWords(search?.value ?? '')
      .split(/\s+/)
      .filter((word) => word !== '')
    const filtering = wanted.length > 0 || sought.length > 0
    const matches = ({ element, facets }) =>
      facets.size > 0 &&
      wanted.every(([facet, value]) => [facets.get(facet)].flat().includes(value)) &&
      sought.every((word) => textOf(element).includes(word))
    for (const entry of faceted) entry.element.hidden = filtering && !matches(entry)
    for (const { element, target } of rows) element.hidden = target.hidden
    const total = parts.filter(({ element }) => !element.hidden).length
    // A block stays as long as something in it stays.
    for (const { element, facets } of filtering ? faceted : []) {
      if (element.hidden && [...element.querySelectorAll(NESTED)].some((inner) => !inner.hidden)) element.hidden = false
      // What is found is not left folded up with what it is grouped with.
      if (element.tagName === 'DETAILS' && facets.size === 0 && !element.open) element.open = element.dataset.opened = true
    }
    for (const group of filtering ? [] : main.querySelectorAll('details[data-opened]')) {
      group.open = false
      delete group.dataset.opened
    }
    chooseColumns()
    // The headings a part stands under stay with it, and with them the numbers that say where it stands.
    if (filtering) {
      const needed = []
      for (const element of [...main.querySelectorAll('h1, h2, h3, h4, h5, h6, [data-facets]')].reverse()) {
        const level = /^H[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : 0
        if (level === 0) {
          if (!element.hidden && !element.closest('table')) needed.splice(0, needed.length, 7)
        } else if (needed.some((below) => below > level)) {
          element.hidden = false
          needed.splice(0, needed.length, level)
        } else if (!element.hidden) needed.splice(0, needed.length, level)
      }
    }
    if (reset) reset.hidden = !filtering && active().length === 0
    if (tools) tools.toggleAttribute('data-filtered', filtering)
    for (const link of document.querySelectorAll('.contents a')) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      link.parentElement.hidden = Boolean(target?.closest('[hidden]')) && !link.parentElement.querySelector('ol')
    }
    if (!filtering) return ''
    // On paper the tools are gone: what was asked for is said with the count.
    const asked = active().map(({ selectedOptions }) => selectedOptions[0].textContent.trim())
    if (sought.length > 0) asked.push(`“${search.value.trim()}”`)
    return `${fill(say.shown, { shown: total, total: parts.length })}: ${asked.join(', ')}`
  }

  function refresh(loud) {
    if (words) body.dataset.words = words.value
    const filtered = filter()
    const left = changes.filter(shown).length
    const steps = changes.length > 0 ? fill(left === 1 ? say.countOne : say.countMany, { total: left }) : ''
    if (count) count.textContent = filtered || steps
    if (loud) announce([filtered, steps].filter(Boolean).join('. '))
  }

  // The column of a map that is asked about stands out; on a phone it stands alone.
  function chooseColumns() {
    const names = whose.filter(({ value }) => value !== '').map(({ selectedOptions }) => selectedOptions[0].textContent)
    for (const box of document.querySelectorAll('.map:has([data-stands-for])')) {
      const heads = [...box.querySelectorAll('thead th')]
      const chosen = heads.findIndex(({ textContent }) => names.includes(textContent))
      box.toggleAttribute('data-chosen', chosen >= 0)
      for (const row of box.querySelectorAll('tr')) {
        for (const [at, cell] of [...row.cells].entries()) cell.toggleAttribute('data-chosen', at === chosen)
      }
    }
  }

  function clear() {
    for (const select of selects) select.value = ''
    if (search) search.value = ''
  }

  // The block a row stands for comes below it, and goes back when it is folded up.
  function unfold(row, link) {
    const target = document.getElementById(row.dataset.standsFor)
    if (row.nextElementSibling?.dataset.below !== undefined) {
      target.open = false
      return
    }
    const place = document.createComment('')
    target.replaceWith(place)
    const below = document.createElement('tr')
    below.dataset.below = ''
    const cell = document.createElement('td')
    cell.colSpan = row.cells.length
    cell.append(target)
    below.append(cell)
    row.after(below)
    target.open = true
    link.ariaExpanded = 'true'
    target.addEventListener('toggle', function closed() {
      if (target.open) return
      target.removeEventListener('toggle', closed)
      place.replaceWith(target)
      below.remove()
      link.ariaExpanded = 'false'
      if (document.activeElement === document.body) link.focus()
    })
  }

  function onRow(event) {
    const link = event.target.closest('[data-stands-for] th a')
    // What stands on another page is gone to.
    if (!link?.hash || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    place = link.closest('tr').dataset.standsFor
    unfold(link.closest('tr'), link)
    writeState()
  }

  function step(by) {
    const visible = changes.filter(shown)
    if (visible.length === 0) return
    const top = (tools?.offsetHeight ?? 0) + 24
    const at = visible.indexOf(current)
    const ahead = visible.findIndex((element) => element.getBoundingClientRect().top >= top)
    const first = by > 0 ? (ahead < 0 ? visible.length - 1 : ahead) : ahead < 0 ? visible.length - 1 : Math.max(ahead - 1, 0)
    const index = at < 0 ? first : Math.min(Math.max(at + by, 0), visible.length - 1)
    current?.classList.remove('at')
    current = visible[index]
    current.classList.add('at')
    current.tabIndex = -1
    current.scrollIntoView({ block: 'center' })
    current.focus({ preventScroll: true })
    place = current.id || place
    const text = fill(say.at, { index: index + 1, total: visible.length })
    if (count) count.textContent = text
    announce(text)
    writeState()
  }

  function go(id) {
    const target = document.getElementById(id)
    if (!target) return
    place = id
    let revealed = false
    if (target.closest('[hidden]')) {
      clear()
      refresh(false)
      revealed = true
    }
    for (let folded = target; folded; folded = folded.parentElement.closest('details')) {
      if (folded.tagName === 'DETAILS') folded.open = true
    }
    target.scrollIntoView()
    if (revealed) announce(say.revealed)
  }

  function readState() {
    const hash = location.hash.slice(1)
    if (!hash.startsWith('?')) {
      let id = hash
      try {
        id = decodeURIComponent(hash)
      } catch {
        // Not written by a browser: taken as it stands.
      }
      if (id) go(id)
      writeState()
      return
    }
    const state = new URLSearchParams(hash.slice(1))
    const choose = (select, value) => {
      const known = [...select.options].some((option) => option.value === value)
      select.value = known ? value : select.options[0].value
    }
    for (const select of selects) choose(select, state.get(select.dataset.facet) ?? '')
    if (search) search.value = state.get('_find') ?? ''
    if (words) choose(words, state.get('_words') ?? 'both')
    refresh(false)
    if (state.get('_at')) go(state.get('_at'))
    // What was shared is what the filters leave, not the head of the page.
    else if (search?.value || selects.some((select) => select.value !== select.options[0].value))
      tools.scrollIntoView({ behavior: 'instant' })
  }

  function copyLink(event) {
    const link = event.target.closest('a.label, a.anchor')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    const address = location.href.split('#')[0] + link.hash
    navigator.clipboard?.writeText(address).then(
      () => announce(say.copied),
      // Without permission the address bar still shows the link.
      () => {},
    )
  }

  function onKey(event) {
    if (!keys?.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('select, textarea, input'))
      return
    if (event.key === 'n') step(1)
    else if (event.key === 'p') step(-1)
  }

  function markSection() {
    const links = new Map(
      [...document.querySelectorAll('.contents a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
    )
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.find(({ isIntersecting }) => isIntersecting)
        if (!entry) return
        for (const link of links.values()) link.removeAttribute('aria-current')
        links.get(entry.target.id)?.setAttribute('aria-current', 'true')
      },
      { rootMargin: '0px 0px -75% 0px' },
    )
    for (const id of links.keys()) {
      const heading = document.getElementById(id)
      if (heading) observer.observe(heading)
    }
  }

  function fit() {
    const sticky = tools && getComputedStyle(tools).position === 'sticky' ? tools.offsetHeight : 0
    document.documentElement.style.setProperty('--tools-height', `${sticky}px`)
    for (const box of regions) markMore(box)
  }

  // Not every system shows a scroll bar before one scrolls.
  function markMore(box) {
    box.toggleAttribute('data-more', box.scrollLeft + box.clientWidth < box.scrollWidth - 1)
  }

  const details = document.getElementById('_contents')
  const roomy = matchMedia('(min-width: 64rem)')
  if (details) {
    details.open = roomy.matches
    roomy.addEventListener('change', () => {
      details.open = roomy.matches
    })
    markSection()
  }
  if (tools) tools.hidden = false
  for (const select of [...selects, words]) {
    select?.addEventListener('change', () => {
      refresh(true)
      writeState()
    })
  }
  let typing
  search?.addEventListener('input', () => {
    clearTimeout(typing)
    typing = setTimeout(() => {
      refresh(true)
      writeState()
    }, 150)
  })
  reset?.addEventListener('click', () => {
    clear()
    refresh(false)
    announce(say.cleared)
    writeState()
    ;(search ?? selects[0]).focus()
  })
  document.getElementById('_next')?.addEventListener('click', () => step(1))
  document.getElementById('_previous')?.addEventListener('click', () => step(-1))
  document.addEventListener('keydown', onKey)
  document.addEventListener('click', copyLink)
  document.addEventListener('click', onRow)
  for (const { element } of rows) {
    const link = element.querySelector('th a')
    if (link) link.ariaExpanded = 'false'
  }
  addEventListener('hashchange', readState)
  addEventListener('resize', fit)
  for (const box of regions) box.addEventListener('scroll', () => markMore(box))
  refresh(false)
  fit()
  readState()
})()
