import type { StorybookConfig } from '@storybook/web-components-vite';

/** What the preset of the server channel gives us, as far as we use it. */
interface ServerChannel {
  removeAllListeners(event: string): void;
}

/** The package names its tag files in `dist` only, so those in `src` would be left out as doing nothing. */
const keepTagFiles = {
  name: 'keep-tag-files',
  transform: (_code: string, id: string) =>
    id.includes('/src/elements/') ? { moduleSideEffects: true as const } : undefined,
};

const lit = ['lit', 'lit/directive-helpers.js', '@lit/context'];

const config: StorybookConfig & { experimental_serverChannel: (channel: ServerChannel) => ServerChannel } = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/docs/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // Copied beside the built page, so that the stories reach them by addresses relative to it.
  staticDirs: [
    { from: '../dist', to: '/dist' },
    { from: '../test/fixtures', to: '/fixtures' },
  ],
  // Nothing leaves this machine. (`enableCrashReports: false` would let a report of each error through.)
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: {
    // The toolbar has our own page colour and width.
    backgrounds: false,
    viewport: false,
    sidebarOnboardingChecklist: false,
    menuOnboardingChecklist: false,
  },
  // The setting above only hides the news; without a listener it is not fetched either.
  experimental_serverChannel: (channel) => {
    channel.removeAllListeners('requestWhatsNewData');
    return channel;
  },
  viteFinal: (vite) => ({
    ...vite,
    // Storybook's own frame and its accessibility checker are large, and are no part of the library.
    build: { ...vite.build, chunkSizeWarningLimit: 2500 },
    // Storybook's renderer asks for these by other names, and two copies of Lit would meet in `storybook dev`.
    optimizeDeps: { ...vite.optimizeDeps, include: [...(vite.optimizeDeps?.include ?? []), ...lit] },
    plugins: [...(vite.plugins ?? []), keepTagFiles],
  }),
};

export default config;
