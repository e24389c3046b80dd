// browse.js: opens pages in Debian's Chromium. Jobs come as JSON on stdin: [{"file": PATH, "look": NAME}], and an
// answer to each goes to stdout in the same order. The looks are the functions below.
'use strict';

const {execFileSync} = require('child_process');
const fs = require('fs');
const {pathToFileURL} = require('url');
const axe = require('axe-core');
const {chromium} = require('playwright-core');

const A4_BETWEEN_MARGINS = 695; // CSS pixels: 210 mm less twice the 13 mm of stijl.css
const PHONE = 360;

// Elements that reach beyond the right edge, less what scrolls in a region of its own.
const beyond = (page, width) => page.evaluate(most => [...document.body.querySelectorAll('*')]
  .filter(element => !element.closest('.rol > *, .spring, svg *') && element.getBoundingClientRect().right > most + 1)
  .map(element => element.outerHTML.slice(0, 120)), width);

const looks = {
  // Rules of accessibility: WCAG 2.1 A and AA, and what axe calls best practice.
  async axe(page) {
    await page.evaluate(axe.source);
    const found = await page.evaluate(() => window.axe.run({preload: false, resultTypes: ['violations'], runOnly:
      ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']}));
    const told = rules => rules.map(rule => ({id: rule.id, help: rule.help, count: rule.nodes.length,
      first: rule.nodes[0].html.slice(0, 200)}));
    return {violations: told(found.violations), incomplete: told(found.incomplete), passes: found.passes.length};
  },
  async text(page) {
    return page.evaluate(() => document.body.innerText);
  },
  async print(page) {
    await page.emulateMedia({media: 'print'});
    await page.setViewportSize({width: A4_BETWEEN_MARGINS, height: 1000});
    // On paper nothing scrolls: the insides of the regions count too.
    return page.evaluate(most => [...document.body.querySelectorAll('*')]
      .filter(element => !element.closest('svg *') && element.getBoundingClientRect().right > most + 1)
      .map(element => element.outerHTML.slice(0, 120)), A4_BETWEEN_MARGINS);
  },
  async phone(page) {
    await page.setViewportSize({width: PHONE, height: 800});
    return {width: await page.evaluate(() => document.documentElement.scrollWidth), beyond: await beyond(page, PHONE),
      scrolls: await page.evaluate(() => [...document.querySelectorAll('.rol')]
        .filter(region => region.scrollWidth > region.clientWidth).length)};
  },
  // What a page of hostile names does and says.
  async visit(page) {
    await page.mouse.move(200, 200);
    await page.evaluate(() => document.querySelectorAll('a, td, bdi, text').forEach(element =>
      element.dispatchEvent(new MouseEvent('mouseover', {bubbles: true}))));
    return {hit: await page.evaluate(() => window.hit === undefined ? null : String(window.hit)),
      shown: await page.evaluate(() => document.body.innerText),
      all: await page.evaluate(() => document.documentElement.textContent),
      title: await page.title()};
  },
};

async function answer(contexts, job) {
  const page = await contexts[job.look === 'text' && job.script === false ? 'plain' : 'full'].newPage();
  const noticed = {dialogs: [], requests: [], console: []};
  page.on('dialog', dialog => { noticed.dialogs.push(dialog.message()); dialog.dismiss(); });
  page.on('request', request => noticed.requests.push(request.url()));
  page.on('console', message => noticed.console.push(message.text()));
  page.on('pageerror', error => noticed.console.push(String(error)));
  await page.goto(pathToFileURL(job.file).href);
  const seen = await looks[job.look](page);
  await page.close();
  return {seen, ...noticed};
}

async function main() {
  const jobs = JSON.parse(fs.readFileSync(0, 'utf8'));
  const browser = await chromium.launch({
    executablePath: execFileSync('which', ['chromium'], {encoding: 'utf8'}).trim(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'], // root, as in a container, has no sandbox
  });
  try {
    const contexts = {full: await browser.newContext(), plain: await browser.newContext({javaScriptEnabled: false})};
    const answers = [];
    for (const job of jobs) {
      answers.push(await answer(contexts, job));
    }
    process.stdout.write(JSON.stringify(answers));
  } finally {
    await browser.close();
  }
}

main().catch(error => { console.error(error); process.exitCode = 1; });
