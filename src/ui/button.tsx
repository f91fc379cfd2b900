import type { ComponentProps } from 'react';
import { Link, type LinkProps } from 'react-router';
import './button.css';

export type ButtonLook = 'plain' | 'primary' | 'quiet' | 'danger';

interface Look {
  readonly look?: ButtonLook;
  readonly large?: boolean;
}

function toClass(look: ButtonLook, large: boolean, extra: string | undefined): string {
  const names = ['button'];
  if (look !== 'plain') names.push(`button-${look}`);
  if (large) names.push('button-large');
  if (extra !== undefined) names.push(extra);
  return names.join(' ');
}

/** A button; never one that submits unless its `type` says so. */
export function Button({
  look = 'plain',
  large = false,
  className,
  type = 'button',
  ...rest
}: Look & ComponentProps<'button'>) {
  return <button {...rest} type={type} className={toClass(look, large, className)} />;
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  look = 'plain',
  large = false,
  className,
  ...rest
}: Look & Omit<LinkProps, 'className'> & { className?: string }) {
  return <Link {...rest} className={toClass(look, large, className)} />;
}
