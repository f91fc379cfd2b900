import type { Page } from '@playwright/test';

/** Hands a file to the app as the system's share sheet does: the manifest's form, sent to its address. */
export async function shareFile(page: Page, name: string, content: string): Promise<void> {
  await page.evaluate(
    async (file) => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
      const manifest = (await (await fetch(link?.href ?? '')).json()) as {
        share_target: { action: string; method: string; enctype: string };
      };
      const { action, method, enctype } = manifest.share_target;
      const form = document.createElement('form');
      Object.assign(form, { action, method, enctype });
      const input = document.createElement('input');
      Object.assign(input, { type: 'file', name: 'files' });
      const files = new DataTransfer();
      files.items.add(new File([file.content], file.name));
      input.files = files.files;
      form.append(input);
      document.body.append(form);
      form.submit();
    },
    { name, content },
  );
}
