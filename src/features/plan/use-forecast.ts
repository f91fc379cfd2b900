import { useEffect, useState } from 'react';
import type { PlanForecast } from '#src/domain/plan/plan-forecast.ts';
import type { PlanGround } from '#src/domain/plan/plan-ground.ts';
import type { PlanRequest } from '#src/domain/plan/plan-request.ts';
import { runForecast } from '#src/domain/plan/run-forecast.ts';
import { findWaysOut, type WayOut } from '#src/domain/plan/ways-out.ts';
import { runInSlices } from './run-in-slices.ts';

/** What is known of a request so far. */
export interface ForecastView {
  /** Undefined before the first one is there, and where nothing can be planned like that. */
  readonly forecast: PlanForecast | undefined;
  /** Undefined while they are looked for. */
  readonly ways: readonly WayOut[] | undefined;
  /** How many days were simulated so far where another is being worked out, in fifties. */
  readonly simulated: number;
  /** Whether it is of the present request; else another is being worked out. */
  readonly isCurrent: boolean;
}

/** Typing a number of three digits asks for one forecast, not three. */
const pauseMs = 150;

/**
 * Works out a request's forecast, then what can give where it does not fit; anew whenever either
 * argument changes. What was shown before stays until then. `request` must be stable.
 */
export function useForecast(ground: PlanGround, request: PlanRequest | undefined): ForecastView {
  const [view, setView] = useState<View>();
  const [simulated, setSimulated] = useState(0);
  useEffect(() => {
    if (request === undefined) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const work = async () => {
      const forecast = await runInSlices(runForecast(ground, request), signal, (steps) => {
        // Each slice would draw the page anew.
        setSimulated(Math.floor(steps / 50) * 50);
      });
      setSimulated(0);
      setView({ ground, request, forecast });
      if (forecast === undefined) return;
      const ways = await runInSlices(findWaysOut(ground, forecast), signal);
      setView({ ground, request, forecast, ways });
    };
    const timer = setTimeout(() => {
      work().catch((error: unknown) => {
        // Another request took its place.
        if (!signal.aborted) throw error;
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [ground, request]);
  return {
    forecast: view?.forecast,
    ways: view?.ways,
    simulated,
    isCurrent: view?.request === request && view?.ground === ground,
  };
}

interface View {
  readonly ground: PlanGround;
  readonly request: PlanRequest;
  readonly forecast: PlanForecast | undefined;
  readonly ways?: readonly WayOut[];
}
