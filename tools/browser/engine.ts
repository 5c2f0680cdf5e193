import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A browser that can be started: where it is and what its process needs. */
export interface Engine {
  /** For the log, in Chinese: what it is and where it came from. */
  label: string;
  executable: string;
  /** Added to the environment of the process. */
  env: Record<string, string>;
}

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Folder for unpacked browsers: goes with node_modules, never into the repository. */
export const BROWSER_CACHE = join(ROOT, 'node_modules', '.cache', 'browsers');

const FONT_PACKAGE = join(ROOT, 'node_modules', '@expo-google-fonts', 'noto-sans-sc');
const WEIGHTS = ['400Regular', '700Bold'];
const SYSTEM_FONTS = '/etc/fonts/fonts.conf';

/**
 * What a browser is to leave out. An installed one loads three pages of its own for the list under the address bar with
 * each new window: in tests and benchmarks that would be 0.6 s of a core beside each page, and a person's browser has
 * long done it. The rest is what Playwright leaves out of its own accord and a page would notice: of two such flags the
 * browser takes the last.
 */
const WITHOUT_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning'
];

/**
 * Flags for every engine. The sandbox is off on Linux only: root and containers have none, and the
 * tests load nothing but our own page.
 */
export function launchArguments(platform: string = process.platform): string[] {
  return [
    ...(platform === 'linux' ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${WITHOUT_FEATURES.join()}`,
    // Hinting differs between machines and would move letters in pictures.
    '--font-render-hinting=none'
  ];
}

/**
 * Environment that gives a browser on Linux a Chinese font: without one every character is an empty box.
 * @param own `bundled`: only the font of the npm package, the same picture on every machine;
 *   `installed`: that font after those of the system
 */
export function fontEnvironment(own: 'bundled' | 'installed'): Record<string, string> {
  const folder = join(BROWSER_CACHE, `fonts-${own}`);
  mkdirSync(folder, { recursive: true });
  const fontFolders = WEIGHTS.map((weight) => `<dir>${escapeXml(join(FONT_PACKAGE, weight))}</dir>`).join('\n  ');
  const preferred = ['sans-serif', 'serif', 'monospace']
    .map((family) => `<alias><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`)
    .join('\n  ');
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${own === 'installed' ? `<include ignore_missing="yes">${SYSTEM_FONTS}</include>` : preferred}
  ${fontFolders}
  <cachedir>${escapeXml(join(folder, 'cache'))}</cachedir>
</fontconfig>
`
  );
  return { FONTCONFIG_PATH: folder, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
