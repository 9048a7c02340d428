// Enhances a page that reads without it: filters, steps between changes, old and new wording, links to copy. All state stands in
// the fragment: `#id` for a place, `#?facet=value&_words=new&_at=id` with filters on.
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
  const selects = [...document.querySelectorAll('select[data-facet]')]
  const faceted = [...main.querySelectorAll('[data-facets]')].map((element) => ({
    element,
    facets: new Map(Object.entries(JSON.parse(element.dataset.facets))),
  }))
  // A block around others that are filtered is no part of its own.
  const parts = faceted.filter(({ element }) => !element.querySelector('[data-facets]'))
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

  function writeState() {
    const state = new URLSearchParams(active().map((select) => [select.dataset.facet, select.value]))
    if (words && words.value !== 'both') state.set('_words', words.value)
    const plain = state.size === 0
    if (!plain && place) state.set('_at', place)
    const fragment = plain ? (place ? `#${encodeURIComponent(place)}` : '') : `#?${state}`
    if (fragment !== location.hash) history.replaceState(null, '', fragment || location.href.split('#')[0])
  }

  function filter() {
    const wanted = active()
    const matches = ({ facets }) => wanted.every((select) => [facets.get(select.dataset.facet)].flat().includes(select.value))
    for (const entry of faceted) entry.element.hidden = !matches(entry)
    const total = parts.filter(({ element }) => !element.hidden).length
    // A block stays as long as something in it stays.
    if (wanted.length > 0) {
      for (const { element } of faceted) {
        if (element.hidden && element.querySelector('[data-facets]:not([hidden])')) element.hidden = false
      }
    }
    // The headings a part stands under stay with it, and with them the numbers that say where it stands.
    if (wanted.length > 0) {
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
    if (reset) reset.hidden = wanted.length === 0
    if (tools) tools.toggleAttribute('data-filtered', wanted.length > 0)
    for (const link of document.querySelectorAll('.contents a')) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      link.parentElement.hidden = Boolean(target?.closest('[hidden]')) && !link.parentElement.querySelector('ol')
    }
    return wanted.length > 0 ? fill(say.shown, { shown: total, total: parts.length }) : ''
  }

  function refresh(loud) {
    if (words) body.dataset.words = words.value
    const filtered = filter()
    const left = changes.filter(shown).length
    const steps = changes.length > 0 ? fill(left === 1 ? say.countOne : say.countMany, { total: left }) : ''
    if (count) count.textContent = filtered || steps
    if (loud) announce([filtered, steps].filter(Boolean).join('. '))
  }

  function clear() {
    for (const select of selects) select.value = ''
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
    if (words) choose(words, state.get('_words') ?? 'both')
    refresh(false)
    if (state.get('_at')) go(state.get('_at'))
    // What was shared is what the filters leave, not the head of the page.
    else if (selects.some((select) => select.value !== select.options[0].value)) tools.scrollIntoView({ behavior: 'instant' })
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

  // Tables with the same columns are parts of one: they show the same columns.
  function scrollTogether() {
    const groups = new Map()
    for (const box of regions) {
      const key = [...box.querySelectorAll('thead th')].map((cell) => cell.textContent).join('\n')
      groups.set(key, [...(groups.get(key) ?? []), box])
    }
    for (const boxes of groups.values()) {
      if (boxes.length < 2) continue
      for (const box of boxes) {
        box.addEventListener('scroll', () => {
          for (const other of boxes) if (other.scrollLeft !== box.scrollLeft) other.scrollLeft = box.scrollLeft
        })
      }
    }
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
  reset?.addEventListener('click', () => {
    clear()
    refresh(false)
    announce(say.cleared)
    writeState()
    selects[0].focus()
  })
  document.getElementById('_next')?.addEventListener('click', () => step(1))
  document.getElementById('_previous')?.addEventListener('click', () => step(-1))
  document.addEventListener('keydown', onKey)
  document.addEventListener('click', copyLink)
  addEventListener('hashchange', readState)
  addEventListener('resize', fit)
  for (const box of regions) box.addEventListener('scroll', () => markMore(box))
  scrollTogether()
  refresh(false)
  fit()
  readState()
})()
