package dev.signet.planted.admin;

class Third {}
