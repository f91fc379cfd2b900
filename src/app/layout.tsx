import type { ReactNode } from 'react';
import { NavLink, Outlet } from 'react-router';
import { UpdateBar } from './pwa/update-bar.tsx';
import './layout.css';

interface NavPlace {
  readonly to: string;
  readonly name: string;
  readonly icon: ReactNode;
}

const places: readonly NavPlace[] = [
  {
    to: '/',
    name: 'Today',
    icon: <path d="M4 7h16M4 12h16M4 17h10" />,
  },
  {
    to: '/roadmaps',
    name: 'Roadmaps',
    icon: (
      <path d="M6 20V9m0 0a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm0 4h6a4 4 0 0 0 4-4m2 0a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z" />
    ),
  },
  {
    to: '/quiz',
    name: 'Quiz',
    icon: <path d="M9 9a3 3 0 1 1 4.5 2.6c-.9.5-1.5 1.2-1.5 2.4m0 3.2v.1M4 4h16v16H4Z" />,
  },
  {
    to: '/library',
    name: 'Library',
    icon: <path d="M5 4v16M10 4v16M15 4.5l4.5 15M3 20h18" />,
  },
  {
    to: '/settings',
    name: 'Settings',
    icon: (
      <path d="M4 7h9m5 0h2M4 17h2m5 0h9M13 7a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0ZM6 17a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0Z" />
    ),
  },
];

/** Every screen but those that ask: the places, at the bottom of a phone and the side of a desktop. */
export function Layout() {
  return (
    <div className="layout">
      <nav className="places" aria-label="Places">
        <span className="wordmark" aria-hidden="true">
          Cairn
        </span>
        <ul>
          {places.map(({ to, name, icon }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/'}>
                <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                  {icon}
                </svg>
                {name}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <main className="content">
        <UpdateBar />
        <Outlet />
      </main>
    </div>
  );
}
