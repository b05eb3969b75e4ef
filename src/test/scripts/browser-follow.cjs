// Called by browser-follow: walks from a landing page to /home and back out, as a phone would.
const { chromium } = require('playwright-core');

const [address, landing, pictures] = process.argv.slice(2);
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, locale: 'zh-CN' };

function check(good, what) {
  if (!good) throw new Error(what);
}

async function walk(browser, name, options) {
  const context = await browser.newContext({ ...phone, ...options });
  const page = await context.newPage();
  const messages = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  const shoot = async (step) => {
    // Playwright runs this even where the page may run no script.
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    check(wide <= phone.viewport.width, `${step} is ${wide} px wide`);
    await page.screenshot({ path: `${pictures}/${name}-${step}.png`, fullPage: true });
  };
  const press = (selector) =>
    Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);

  await page.goto(address + '/home');
  await shoot('start');
  await page.goto(address + landing);
  await shoot('landing');
  await press(`form[action="${landing}/follow"] button`);
  check((await page.locator('.followed').count()) === 1, 'the page does not say that it is followed');
  await shoot('followed');
  const cookies = await context.cookies();
  check(cookies.length === 1 && cookies[0].httpOnly && cookies[0].sameSite === 'Lax', 'cookie');
  await press('a[href="/home"]');
  await shoot('home');
  await press('.feed button');
  check(page.url().includes('/a/'), 'an article does not open: ' + page.url());
  await page.goBack();
  check(page.url().endsWith('/home'), 'back does not lead home: ' + page.url());
  await press('form[action="/home/join-code"] button');
  check(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(await page.locator('.code').innerText()), 'no join code');
  await shoot('code');
  await press('a[href="/home"]');
  await press('.follows button');
  check((await page.locator('.feed').count()) === 0, 'still followed');
  await shoot('empty');
  await page.locator('summary').click();
  await shoot('leave');
  await press('form[action="/home/end"] button');
  check((await context.cookies()).length === 0, 'the cookie is still there');
  check(messages.length === 0, 'the browser said: ' + messages.join('; '));
  await context.close();
}

(async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    await walk(browser, 'scripts', { colorScheme: 'light' });
    await walk(browser, 'no-scripts', { colorScheme: 'dark', javaScriptEnabled: false });
    console.log('browser-follow: good, pictures in ' + pictures);
  } finally {
    await browser.close();
  }
})().catch((error) => {
  console.error('browser-follow: ' + error.message);
  process.exit(1);
});
