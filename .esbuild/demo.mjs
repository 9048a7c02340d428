/** The end of `npm run demo`: what of all that was made is worth opening first. */
const FIRST = [
  ['out/comparison/social-media.html', 'whose rules differ among five schools'],
  ['out/allure/social-media-1.0.0--1.1.0.html', 'what changed between two versions'],
  ['out/allure/social-media-1.1.0.pdf', 'a policy as it is published'],
  ['out/voorbeeldschool/social-media-deviations.html', 'where a school deviates from its template, and why'],
  ['out/voorbeeldschool/social-media-upgrade.html', 'what the next edition does to each of its clauses'],
  [
    'out/route/out/allure/social-media-1.1.0-vaststellingsbesluit.pdf',
    'the resolution its board signs, with who advised and consented',
  ],
  ['out/route/out/allure/social-media-1.1.0-bekendmaking.pdf', 'the notice of the release, on one page'],
  ['out/route/out/status.html', 'where the policies stand after their route'],
  ['out/route/out/site/index.html', 'all of it as a website; clausule preview serves one'],
]

const width = Math.max(...FIRST.map(([path]) => path.length))
console.log(`\nOpen first:\n${FIRST.map(([path, what]) => `  ${path.padEnd(width)}  ${what}`).join('\n')}`)
console.log('\nThen make one of your own: docs/tutorial.md, or in Dutch docs/nl/handleiding.md.')
