// Every page of the desk: no violation of axe, light and dark, on a phone and on a desktop, in both
// languages; nothing is wider than the screen; every link of the desk leads somewhere.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { base, close, DESKTOP, imported, inspect, PHONE, signedIn } from './harness.mjs';
import { paths } from './walk.mjs';

after(close);

const report = await imported('# 夜间施工提示\n\n梧桐路进行路面养护，过往车辆请\n绕行。\n\n# 第二篇\n\n内容。\n');
const START = [`/desk/imports/${report.id}`, `/desk/editions/${report.articles[0].editionId}`, `/desk/articles/${report.articles[0].articleId}`];

for (const [device, options] of [['phone', PHONE], ['desktop', DESKTOP]]) {
  for (const [colorScheme, language] of [['light', 'zh-CN'], ['dark', 'en']]) {
    test(`every page on a ${device}, ${colorScheme}, ${language}`, async () => {
      const { page, wrong, close: leave } = await signedIn({ ...options, colorScheme, language });
      const findings = [];
      for (const path of await paths(page, START)) {
        await page.goto(base + path, { waitUntil: 'networkidle' });
        const name = `${device}-${colorScheme}${path.replace(/\?.*/, '').replaceAll('/', '-')}`;
        findings.push(...await inspect(page, name));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        if (wide) findings.push(`${name} is wider than the screen`);
      }
      assert.deepEqual(findings, []);
      assert.deepEqual(wrong, []);
      await leave();
    });
  }
}
