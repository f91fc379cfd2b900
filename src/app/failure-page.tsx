import { Component, type ReactNode } from 'react';
import { Button } from '#src/ui/button.tsx';
import { toMessage } from '#src/ui/error-message.ts';
import { Page } from '#src/ui/page.tsx';

/** Instead of the app, where it cannot go on: what happened, what was kept, what to do. */
export function FailurePage({ message }: { message: string }) {
  return (
    <main>
      <Page title="Cairn cannot go on">
        <p role="alert">{message}</p>
        <p>Everything that was shown as saved is on this device.</p>
        <div className="row">
          <Button
            look="primary"
            onClick={() => {
              location.reload();
            }}
          >
            Reload
          </Button>
        </div>
      </Page>
    </main>
  );
}

interface Guarded {
  readonly children: ReactNode;
}

/** Catches what no screen caught, so that a fault never leaves an empty page. */
export class FailureGuard extends Component<Guarded, { readonly message?: string }> {
  override readonly state: { readonly message?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { message: toMessage(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    return message === undefined ? this.props.children : <FailurePage message={message} />;
  }
}
